import { Buffer } from 'node:buffer';
import { writeWhole } from '../../electron/files/write-whole.ts';
import { contentOf } from './telling-content.ts';

/* Saves one file after another to the same name until it is killed. Started by saves-killed.test.ts as: node save-until-killed.ts TARGET FIRST_NUMBER */

const [path = '', first = '0'] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let number = Number(first); ; number += 1) {
  await writeWhole({ path, bytes: Buffer.from(contentOf(number)), over: 'existing' });
}
