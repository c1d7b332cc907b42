import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PanelParameter } from '../../../src/editor/panel/protocol.ts';
import { valueOf } from '../headersTable.ts';
import { icon } from '../icon.ts';
import type { JsonDocument } from '../json/document.ts';
import { removeValue, setValue, type Steps } from '../json/edit.ts';
import { scanJson } from '../json/scan.ts';
import { t } from '../text.ts';
import { changedKind, type FieldValue, kindsFor, rawOf, typedKind, valueAt, type ValueKind } from './fieldValue.ts';
import { emptyWord, faultOf, kindWord, pendingWords, undocumentedWord } from './words.ts';

/**
 * The documented fields of a body as a form over its text: each change writes one value into the text and leaves the
 * rest of it alone. `body-changed` tells the text.
 */
export class BodyForm extends LitElement {
  static override properties = {
    body: { attribute: false },
    fields: { attribute: false },
    pending: { state: true },
  };
  declare body: string;
  declare fields: readonly PanelParameter[];
  /** What was typed and is no number, or no JSON, yet, by the field; the text of the body has none of it. */
  declare private pending: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.body = '';
    this.fields = [];
    this.pending = new Map();
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    const isBlank = this.body.trim() === '';
    const document = scanJson(isBlank ? '{}' : this.body);
    if (document.problem !== undefined || !document.isObject(0)) {
      return html`<p class="note form-fault" role="status">${icon('warning')}<span>${faultOf(document)}</span></p>`;
    }
    const known = new Set(this.fields.map(({ name }) => name.split('.')[0]));
    const others = [...document.children(0)].map((child) => document.key(child) ?? '').filter((key) => !known.has(key));
    return html`<div class="grid body-fields" role="group" aria-label=${t('Fields of the body')}>
        ${this.fields.map((field) => this.field(document, field))}
      </div>
      ${
        others.length === 0
          ? nothing
          : html`<p class="hint">${t('Only in the text: {0}', [...new Set(others)].join(', '))}</p>`
      }`;
  }

  private field(document: JsonDocument, parameter: PanelParameter): TemplateResult {
    const { name, type, required, values, summary } = parameter;
    const steps = name.split('.');
    const id = `body-${name}`;
    const value = valueAt(document, steps);
    // The field beside says these types already.
    const typeHint = ['text', 'boolean', 'list', 'object'].includes(type) ? '' : type;
    // A list has its allowed values in its items.
    const isChoice = values.length > 0 && type !== 'list';
    const fileHint = type === 'file' ? t('bodies are sent as JSON, which cannot hold a file') : '';
    const hints = [typeHint, fileHint, isChoice ? '' : emptyWord(value), summary].filter(Boolean).join(' · ');
    return html`<div class="field ${value.kind === 'list' || value.kind === 'json' ? 'wide' : ''}">
      <label for=${id} class="mono">${name}</label>${
        required ? html` <span class="required">${t('required')}</span>` : nothing
      }
      ${
        isChoice
          ? this.choice(id, parameter, steps, value)
          : this.editor(document, { id, label: name, steps, value, type, required, values })
      }
      <span class="hint" id="${id}-hint">${hints}</span>
    </div>`;
  }

  /** A field with allowed values; one that is there and not allowed is offered too, so that nothing is lost. */
  private choice(
    id: string,
    parameter: Pick<PanelParameter, 'type' | 'required' | 'values'>,
    steps: Steps,
    value: FieldValue,
  ): TemplateResult {
    const isRaw = ['integer', 'number', 'boolean'].includes(parameter.type);
    const current = value.kind === 'unset' ? '' : value.kind === 'text' ? JSON.stringify(value.text) : value.text;
    const allowed = parameter.values.map((text) => ({ raw: isRaw ? text : JSON.stringify(text), text }));
    const offered =
      current === '' || allowed.some(({ raw }) => raw === current)
        ? allowed
        : [...allowed, { raw: current, text: undocumentedWord(value) }];
    return html`<span class="select">
      <select
        id=${id}
        aria-describedby="${id}-hint"
        aria-required=${parameter.required}
        .value=${live(current)}
        @change=${(event: Event) => this.write(steps, valueOf(event) === '' ? undefined : valueOf(event))}
      >
        <option value="" ?selected=${current === ''}>${t('not set')}</option>
        ${offered.map(({ raw, text }) => html`<option .value=${raw} ?selected=${raw === current}>${text}</option>`)}</select
      >${icon('chevron-down')}
    </span>`;
  }

  private editor(
    document: JsonDocument,
    field: {
      readonly id: string;
      readonly label: string;
      readonly steps: Steps;
      readonly value: FieldValue;
      readonly type: string;
      readonly required: boolean;
      readonly values: readonly string[];
    },
  ): TemplateResult {
    const { id, label, steps, value, type, required } = field;
    const offered = kindsFor({ type }, value.kind);
    const isChoice = !offered.some(
      (kind) => kind === 'text' || kind === 'number' || kind === 'json' || kind === 'list',
    );
    const hasInput = !isChoice && !['true', 'false', 'null', 'list'].includes(value.kind) && type !== 'list';
    const kind = typedKind({ type }, value.kind);
    const path = steps.join('.');
    const shown = this.pending.get(path) ?? value.text;
    const isBad = this.pending.has(path);
    const onInput = (event: Event): void => this.typed(steps, kind, valueOf(event));
    return html`<span class="value-line">
        ${
          !hasInput
            ? nothing
            : kind === 'json'
              ? html`<textarea
                  id=${id}
                  class="mono small"
                  rows="2"
                  spellcheck="false"
                  placeholder=${value.kind === 'unset' ? t('not set') : ''}
                  aria-required=${required}
                  aria-invalid=${isBad}
                  aria-describedby="${id}-hint"
                  .value=${live(shown)}
                  @input=${onInput}
                ></textarea>`
              : html`<input
                  type="text"
                  id=${id}
                  class="mono"
                  spellcheck="false"
                  autocomplete="off"
                  inputmode=${kind === 'number' ? 'decimal' : 'text'}
                  placeholder=${value.kind === 'unset' ? t('not set') : ''}
                  aria-required=${required}
                  aria-invalid=${isBad}
                  aria-describedby="${id}-hint"
                  .value=${live(shown)}
                  @input=${onInput}
                />`
        }
        <span class="select kind">
          <select
            id=${hasInput ? nothing : id}
            aria-label=${hasInput ? t('Kind of {0}', label) : nothing}
            .value=${live(value.kind)}
            @change=${(event: Event) =>
              this.setKind(
                steps,
                value,
                offered.find((one) => one === valueOf(event)),
              )}
          >
            ${offered.map((one) => html`<option value=${one} ?selected=${one === value.kind}>${kindWord(one)}</option>`)}</select
          >${icon('chevron-down')}
        </span>
      </span>
      ${isBad ? html`<span class="fault" role="status">${icon('error')}${pendingWords(kind)}</span>` : nothing}
      ${value.kind === 'list' ? this.items(document, field) : nothing}`;
  }

  private items(
    document: JsonDocument,
    {
      id,
      label,
      steps,
      value,
      values,
    }: { id: string; label: string; steps: Steps; value: FieldValue; values: readonly string[] },
  ): TemplateResult {
    return html`<div class="items" role="group" aria-label=${t('Items of {0}', label)}>
      ${Array.from({ length: Math.min(value.size, 50) }, (_, place) => {
        const itemSteps = [...steps, place];
        const item = valueAt(document, itemSteps);
        const itemId = `${id}-${place}`;
        const itemLabel = `${label}[${place}]`;
        return html`<div class="item">
          <label class="visually-hidden" for=${itemId}>${itemLabel}</label>
          ${
            values.length > 0
              ? this.choice(itemId, { type: '', required: false, values }, itemSteps, item)
              : this.editor(document, {
                  id: itemId,
                  label: itemLabel,
                  steps: itemSteps,
                  value: item,
                  type: '',
                  required: false,
                  values: [],
                })
          }
          <span class="visually-hidden" id="${itemId}-hint"></span>
          <button
            type="button"
            class="icon-button"
            title=${t('Remove item')}
            aria-label=${t('Remove {0}', itemLabel)}
            @click=${() => this.write(itemSteps, undefined)}
          >
            ${icon('trash')}
          </button>
        </div>`;
      })}
      ${value.size > 50 ? html`<p class="hint">${t('{0} more in the text', value.size - 50)}</p>` : nothing}
      <button
        type="button"
        class="link add"
        @click=${() => {
          const items = Array.from({ length: value.size }, (_, place) => valueAt(document, [...steps, place]));
          const unused = values.find((allowed) => items.every(({ text }) => text !== allowed)) ?? values[0];
          const isNumber = unused === undefined && items.at(-1)?.kind === 'number';
          this.write([...steps, value.size], isNumber ? '0' : JSON.stringify(unused ?? ''));
        }}
      >
        ${icon('add')} ${t('Add item to {0}', label)}
      </button>
    </div>`;
  }

  private typed(steps: Steps, kind: ValueKind, text: string): void {
    const raw = rawOf(kind, text);
    const path = steps.join('.');
    const pending = new Map(this.pending);
    // An emptied number is no number: the field is not set then.
    const isUnset = kind !== 'text' && text.trim() === '' && typeof steps.at(-1) === 'string';
    if (raw === undefined && !isUnset) pending.set(path, text);
    else pending.delete(path);
    this.pending = pending;
    if (raw !== undefined || isUnset) this.tell(steps, raw);
  }

  private setKind(steps: Steps, value: FieldValue, kind: ValueKind | undefined): void {
    if (kind !== undefined) this.write(steps, kind === 'unset' ? undefined : changedKind(kind, value));
  }

  private write(steps: Steps, raw: string | undefined): void {
    // What waits at or below this place waits for something that is gone; an item that goes moves those after it.
    const path = (typeof steps.at(-1) === 'number' ? steps.slice(0, -1) : steps).join('.');
    this.pending = new Map([...this.pending].filter(([at]) => at !== path && !at.startsWith(`${path}.`)));
    this.tell(steps, raw);
  }

  private tell(steps: Steps, raw: string | undefined): void {
    const body = raw === undefined ? removeValue(this.body, steps) : setValue(this.body, steps, raw);
    this.dispatchEvent(new CustomEvent<string>('body-changed', { detail: body }));
  }
}
