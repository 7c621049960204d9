export const STATUS_WORDS = { DRAFT: 'Draft', ASSURED: 'Assured', APPROVED: 'Approved' } as const;
