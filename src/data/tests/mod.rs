//! Properties of the algebra, and the package held against the register's published numbers.

mod algebra;
mod calendar;
mod derivations;
mod figures;
mod findings;
mod package;
mod questions;
