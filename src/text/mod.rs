//! From raw text to folded tokens that know their exact place.

pub mod clitics;
pub mod fold;
pub mod sentences;
pub mod tokens;

pub use tokens::{Gap, Text, Token, TokenKind};
