// What a reader may ask for beyond the picture, loaded with a module of its own when it is: the menu, where a figure comes from, the
// picture as sound, the dialog to share it.
export { play } from './listen.js';
export { fill } from './menu.js';
export { explain } from './panel.js';
export { share } from './share.js';
