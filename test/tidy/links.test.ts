import { expect, test } from 'vitest';
import { projectFiles } from '../../scripts/project-files.ts';
import { brokenLinks } from './links.ts';
import { filesMatching, root } from './project.ts';

test('a link to what is not there is found, wherever the page stands', () => {
  const text = '[here](b.md#part) [up](../README.md)\n[gone](absent.md) [web](https://example.org) [part](#part)';
  const present = new Set(['README.md', 'docs/b.md']);
  expect(brokenLinks({ page: { path: 'docs/a.md', text }, present })).toEqual(['docs/a.md:2 leads to absent.md, which is not there']);
});

test('every link of the project leads somewhere', () => {
  const present = new Set(projectFiles({ root }));
  const pages = filesMatching(/\.md$/);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.flatMap((page) => brokenLinks({ page, present }))).toEqual([]);
});
