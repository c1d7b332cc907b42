import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';

/** What a step of a dialog ended with. */
export type StepResult<T> = { readonly done: T } | 'back' | 'cancel';

export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export interface InputStep extends StepPlace {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** Called at each change. `error` keeps the step from ending; `hint` only tells. */
  readonly check: (value: string) => { readonly error?: string; readonly hint?: string };
}

/** One line of text, checked while it is typed. */
export async function inputStep(step: InputStep): Promise<StepResult<string>> {
  const disposables = new DisposableStore();
  const input = disposables.add(vscode.window.createInputBox());
  place(input, step);
  input.prompt = step.prompt;
  input.password = step.password === true;
  input.value = step.value ?? '';
  if (step.placeholder !== undefined) input.placeholder = step.placeholder;
  const show = (withErrors: boolean) => {
    const { error, hint } = step.check(input.value);
    const message = withErrors && error !== undefined ? error : hint;
    const severity =
      withErrors && error !== undefined
        ? vscode.InputBoxValidationSeverity.Error
        : vscode.InputBoxValidationSeverity.Info;
    input.validationMessage = message === undefined ? undefined : { message, severity };
    return error;
  };
  return run(input, disposables, (resolve) => {
    // An empty box is not a mistake until Enter is pressed.
    disposables.add(input.onDidChangeValue((value) => show(value !== '')));
    disposables.add(
      input.onDidAccept(() => {
        if (show(true) === undefined) resolve({ done: input.value });
      }),
    );
  });
}

export interface ChoiceStep<T extends vscode.QuickPickItem> extends StepPlace {
  readonly placeholder: string;
  readonly items: readonly T[];
}

/** One of several items. */
export async function choiceStep<T extends vscode.QuickPickItem>(step: ChoiceStep<T>): Promise<StepResult<T>> {
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<T>());
  place(picker, step);
  picker.placeholder = step.placeholder;
  picker.matchOnDescription = true;
  picker.items = step.items;
  return run(picker, disposables, (resolve) => {
    disposables.add(
      picker.onDidAccept(() => {
        const [item] = picker.selectedItems;
        if (item) resolve({ done: item });
      }),
    );
  });
}

function place(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, step: StepPlace): void {
  input.title = step.title;
  input.step = step.step;
  input.totalSteps = step.totalSteps;
  // What was typed must survive a look at another window, such as the page to copy the key from.
  input.ignoreFocusOut = true;
  if (step.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
}

async function run<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  disposables: DisposableStore,
  listen: (resolve: (result: StepResult<T>) => void) => void,
): Promise<StepResult<T>> {
  try {
    return await new Promise<StepResult<T>>((resolve) => {
      listen(resolve);
      disposables.add(
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) resolve('back');
        }),
      );
      disposables.add(input.onDidHide(() => resolve('cancel')));
      input.show();
    });
  } finally {
    disposables.dispose();
  }
}
