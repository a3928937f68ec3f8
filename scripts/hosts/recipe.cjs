'use strict';
// The programs of a page of docs/recipes: blocks whose first line names their file.
const fs = require('node:fs');
const path = require('node:path');

const recipes = path.resolve(__dirname, '../../docs/recipes');

/** Writes the files of docs/recipes/<page>.md into a folder; returns their names. */
function writeRecipe(page, folder) {
  const text = fs.readFileSync(path.join(recipes, `${page}.md`), 'utf8');
  const blocks = [...text.matchAll(/^```js\n\/\/ (\S+)\n([\s\S]*?)^```/gm)];
  for (const [, name, code] of blocks) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, code);
  }
  return blocks.map(([, name]) => name);
}

module.exports = { writeRecipe };
