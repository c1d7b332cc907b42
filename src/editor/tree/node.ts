import type * as vscode from 'vscode';
import type { PagedList } from '../../resources/pagedList.ts';

/** One row of the tree. Rows are made anew as often as needed; the id is what stays. */
export interface TreeNode {
  /** Path-like and stable, such as `c/ID/p/1204`. */
  readonly rowId: string;
  treeItem(): vscode.TreeItem;
  /** Left out for a row that cannot be opened. */
  children?(): Promise<readonly TreeNode[]>;
  /** The list whose pages its children are. */
  list?(): Pick<PagedList<unknown>, 'open' | 'more' | 'all' | 'hasMore' | 'refusal' | 'isLoaded'>;
}
