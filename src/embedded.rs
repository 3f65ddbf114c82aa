//! The gazetteer files compiled into the library.

use crate::gazetteer::source::SourceFile;

/// Every file of `gazetteer/`, sorted by path; the build checked them.
pub const FILES: &[SourceFile<'static>] = include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));
