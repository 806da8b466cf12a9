// What a reader may ask for beyond the picture, loaded with a module of its own when it is: the menu, and where a figure comes from.
export { fill } from './menu.js';
export { explain } from './panel.js';
