//! The words that carry facts, and looking for them. All are written folded (`article::fold`).

mod attendance;
mod event;
mod matching;
mod meeting;
mod modality;
mod signing;
mod speech;

pub use attendance::{ABSENT, ATTEND, OWN_LEADER, REPRESENT, SEND, STAND_IN};
pub use event::{CANCELLED, HOLDING, POSTPONED, SITTING, SUMMIT, postponed};
pub use matching::{any, find, is, phrase};
pub use meeting::MEET;
pub use modality::{NOT, PLANNED, is_future};
pub use signing::{DOCUMENT, SIGN};
pub use speech::{ANONYMOUS, SAY};

/// A list of cues: single words or phrases.
pub type Cues = &'static [&'static str];
