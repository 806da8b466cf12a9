// Which file in marks/ has what draws a view, by the view. A module that is built to try something has it all; a build to be shipped
// takes the kinds of mark out of the module and writes this list.
export const kinds = {};
