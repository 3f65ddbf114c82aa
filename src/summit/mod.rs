//! Summits: what many articles say of them, fused.

pub mod prose;
