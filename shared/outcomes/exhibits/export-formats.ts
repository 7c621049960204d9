/** What an exhibit can be exported as: a drawing, a picture at 300 dots an inch, and its tables. */
export const EXPORT_FORMATS = ['svg', 'png', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
