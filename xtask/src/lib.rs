//! What builds, serves and tests article-charts.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`cli`] | reads the command line |
//! | [`build`] | Rust to `dist/`: compile, bind, optimise, check, weigh |
//! | [`compile`] | the wasm32 target, and the same bytes from every folder |
//! | [`wasm`] | which wasm features a shipped module may use: wasm-opt and the validator |
//! | [`names`] | short names for imports |
//! | [`slim`] | what a shipped module can do without |
//! | [`links`] | what the linker knows of a module: who refers to what |
//! | [`sweep`] | what nothing uses any more |
//! | [`order`] | functions in an order that compresses well |
//! | [`split`] | the kinds of mark in files of their own |
//! | [`speak`] | the texts of each language in files of their own |
//! | [`pages`] | `www/` to `dist/` |
//! | [`scripts`] | the scripts of each way of shipping: beside the pages, living, pinned |
//! | [`npm`] | the package for bundlers |
//! | [`single`] | pages that are one file |
//! | [`address`] | what needs the address at which it is served: oEmbed, Open Graph, JSON-LD |
//! | [`manifest`] | what is shipped, with hashes and sizes |
//! | [`hash`] | hashes as browsers compare them |
//! | [`headers`] | the headers that the files want, here and elsewhere |
//! | [`squeeze`] | every file as `.br` and `.gz` |
//! | [`stills`] | every view drawn ahead of its readers: SVG, PNG, HTML |
//! | [`raster`] | SVG to PNG |
//! | [`sizes`] | the size table and the budget |
//! | [`shots`] | the pictures in the docs |
//! | [`style`] | the style of the element, as a script |
//! | [`serve`] | a static server for `dist/` with the headers that the README promises |
//! | [`site`] | what that server answers: no socket in it |
//! | [`mod@test`] | every check, in steps |
//! | [`steps`] | what each step of [`mod@test`] does |
//! | [`count`] | how many tests a runner ran |
//! | [`tools`] | programs that are not Rust: found, or installed |
//! | [`versions`] | their versions, all in one place |
//! | [`run`] | starts programs |
//! | [`project`] | where things are |

pub mod address;
pub mod build;
pub mod cli;
pub mod compile;
pub mod count;
pub mod hash;
pub mod headers;
pub mod links;
pub mod manifest;
pub mod names;
pub mod npm;
pub mod order;
pub mod pages;
pub mod project;
pub mod raster;
pub mod run;
pub mod scripts;
pub mod serve;
pub mod shots;
pub mod single;
pub mod site;
pub mod sizes;
pub mod slim;
pub mod speak;
pub mod split;
pub mod squeeze;
pub mod steps;
pub mod stills;
pub mod style;
pub mod sweep;
pub mod test;
pub mod tools;
pub mod versions;
pub mod wasm;
