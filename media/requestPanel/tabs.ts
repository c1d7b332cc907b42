import { html, nothing, type TemplateResult } from 'lit';

/** One tab: its key, its label, and how many things its panel holds (no number is shown for undefined). */
export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count?: number;
  /** What is to be heeded in its panel, in words that follow the label; shown as an icon. */
  readonly warning?: string;
}

/**
 * A list of tabs after the WAI-ARIA pattern, in which a tab opens as soon as it has the focus. The panels are the
 * caller's: elements with the id `<id>-<key>-panel`, the role `tabpanel`, labelled by `<id>-<key>-tab`.
 * @param open called with the key of the tab to open
 */
export function tabList<K extends string>(
  id: string,
  label: string,
  tabs: readonly Tab<K>[],
  selected: K,
  open: (key: K) => void,
): TemplateResult {
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ key }) => key === selected);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    const tab = tabs[(step + tabs.length) % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    open(tab.key);
    document.getElementById(`${id}-${tab.key}-tab`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKeyDown}>
    ${tabs.map(
      ({ key, label: words, count, warning }) =>
        html`<button
          type="button"
          role="tab"
          id="${id}-${key}-tab"
          aria-controls="${id}-${key}-panel"
          aria-selected=${key === selected}
          tabindex=${key === selected ? 0 : -1}
          @click=${() => open(key)}
        >
          ${words}${count === undefined ? nothing : html` <span class="count">(${count})</span>`}${
            warning === undefined
              ? nothing
              : html` <span class="codicon codicon-warning" role="img" aria-label=${warning} title=${warning}></span>`
          }
        </button>`,
    )}
  </div>`;
}

/** A panel of `tabList`. It stays in the page while another is open, so that what was typed and scrolled is kept. */
export function tabPanel(id: string, key: string, selected: string, content: unknown): TemplateResult {
  return html`<div
    role="tabpanel"
    id="${id}-${key}-panel"
    aria-labelledby="${id}-${key}-tab"
    ?hidden=${key !== selected}
  >
    ${content}
  </div>`;
}
