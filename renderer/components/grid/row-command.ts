/** What keys ask of the item of a row; the screen that shows the grid knows how. */
export type RowCommand = 'add' | 'duplicate' | 'remove' | 'moveUp' | 'moveDown';
