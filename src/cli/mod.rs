//! What a person sees: the command line and what it prints.

mod arguments;
mod extract;
mod files;
mod gazetteer;
mod html;
mod json;
mod marks;
mod palette;
mod serve;
mod summarize;
mod table;
mod text;

pub use arguments::{Cli, Command};
pub use extract::extract;
pub use gazetteer::gazetteer;
pub use serve::serve;
pub use summarize::summarize;
