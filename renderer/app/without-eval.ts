import { z } from 'zod';

// The content security policy forbids code made from text, which the schema library would otherwise use to go faster. This must run before any schema is used.
z.config({ jitless: true });
