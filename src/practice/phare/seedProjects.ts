export const FIRST_PROJECT_ID = 1001;
export const BIG_PROJECT_ID = 1004;
export const SECOND_ORGANIZATION_FIRST_PROJECT_ID = 2001;

export interface SeedProject {
  readonly name: string;
  readonly slug: string;
  readonly monitors: number;
}

const project = (name: string, slug: string, monitors: number): SeedProject => ({ name, slug, monitors });

/** The first organization's projects; ids count up from `FIRST_PROJECT_ID`. Names are at most 25 characters long. */
export const PROJECTS: readonly SeedProject[] = [
  project('Luminous Tower', 'luminous-guiding-tower', 24),
  project('Harbor', 'quiet-harbor', 3),
  project('EU payments', 'eu-payments', 25),
  project('Global edge fleet', 'boundless-signal-field', 1200),
  project('US payments', 'us-payments', 21),
  project('Customer portal', 'bright-copper-gate', 12),
  project('Marketing sites', 'gentle-amber-meadow', 9),
  project('Internal tools', 'hidden-stone-bridge', 7),
  project('Data platform', 'patient-silver-river', 18),
  project('Search', 'swift-northern-compass', 5),
  project('Identity', 'steady-iron-anchor', 11),
  project('Mobile backends', 'bold-crimson-kite', 14),
  project('Notifications', 'lively-morning-bell', 6),
  project('Reporting', 'calm-violet-harvest', 4),
  project('Staging', 'wandering-paper-boat', 8),
  project('Sandbox', 'curious-little-fox', 3),
  // Awkward on purpose: a name is a person's text, and none of it may be read as markup, a link or a direction.
  project('مشروع المراقبة', 'rtl-watch', 4),
  project('**bold** [link](//x.test)', 'markdown-name', 3),
  project('<b>Tag</b> & "quotes"', 'html-name', 3),
  project('Überwachung 東京 🚨', 'unicode-name', 5),
  project('$(alert) ${codicon}', 'icon-name', 3),
  project('Nantes office', 'windy-western-quay', 6),
  project('Lisbon office', 'sunny-tiled-stairway', 6),
  project('Partner APIs', 'trusted-woven-rope', 16),
  project('Webhooks', 'echoing-hollow-drum', 10),
  project('Media delivery', 'radiant-glass-prism', 20),
  project('Email delivery', 'faithful-carrier-pigeon', 13),
  project('Legacy', 'ancient-mossy-wall', 22),
  project('Load tests', 'restless-thunder-cloud', 15),
  // Empty on purpose: a project somebody has just made.
  project('Just created', 'fresh-blank-page', 0),
];

export const SECOND_PROJECTS: readonly SeedProject[] = [
  project('Second organization', 'distant-mirror-lake', 8),
  // The same name as in the first organization: only the key tells them apart.
  project('Harbor', 'sheltered-harbor', 4),
];
