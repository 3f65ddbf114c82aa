//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::EntityType;
use crate::proto::OffsetEncoding;
use crate::rpc::parse_date;
use crate::server::Config;

/// Named entities and structured summits from raw Arabic news
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the command can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve qimma.v1.ExtractionService over gRPC
    ///
    /// Ends on SIGTERM or SIGINT: health says NOT_SERVING at once, calls are still taken for the drain delay, then those at work may end.
    Serve(Box<Config>),
    /// Show the entities of articles
    Extract(Extract),
    /// Show the summits that articles tell of, their facts fused
    Summarize(Summarize),
    /// Look into the gazetteer
    #[command(subcommand)]
    Gazetteer(Gazetteer),
}

/// `qimma extract`.
#[derive(Args, Debug)]
pub struct Extract {
    /// Articles, as UTF-8 text; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// How to show them [default: text on a terminal, json otherwise]
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,

    /// The day the articles were published, against which «today» and «last year» resolve
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub publish_date: Option<String>,

    /// Show these types alone
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', value_parser = kind)]
    pub types: Vec<EntityType>,

    /// Show outermost mentions only
    #[arg(long)]
    pub flat: bool,

    /// Leave out mentions that are less sure than this, 0 to 1
    #[arg(long, value_name = "CONFIDENCE", default_value_t = 0.0)]
    pub min_confidence: f32,

    /// Say of each mention why it was marked
    #[arg(long)]
    pub explain: bool,

    /// What the spans in JSON count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub offsets: Unit,

    /// Folder of gazetteer files to use in place of the one built in
    #[arg(long, env = "QIMMA_GAZETTEER", value_name = "DIR")]
    pub gazetteer: Option<PathBuf>,
}

/// `qimma summarize`.
#[derive(Args, Debug)]
pub struct Summarize {
    /// Articles, as UTF-8 text, each with the day it was published behind an @ where it has one of its own; - is standard input
    ///
    /// The name of the file without its ending is the id of the document: no two may have the same.
    #[arg(required = true, value_name = "FILE[@YYYY-MM-DD]", value_parser = OsStringValueParser::new().try_map(dated))]
    pub files: Vec<Dated>,

    /// How to show them [default: text on a terminal, json otherwise]
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    pub format: Option<SummaryFormat>,

    /// The day the articles were published that have none of their own, against which «today» and «last year» resolve
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub publish_date: Option<String>,

    /// At most so many sentences in each paragraph [default: as many as are needed]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_sentences: Option<u32>,

    /// What the spans in JSON count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub offsets: Unit,

    /// Folder of gazetteer files to use in place of the one built in
    #[arg(long, env = "QIMMA_GAZETTEER", value_name = "DIR")]
    pub gazetteer: Option<PathBuf>,
}

/// A file, and the day its article was published where the command line tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The file.
    pub file: PathBuf,
    /// `YYYY-MM-DD`.
    pub publish_date: Option<String>,
}

/// How summits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SummaryFormat {
    /// Each summit's paragraphs, then a table of its facts
    Text,
    /// The answer of SummarizeSummit, as proto3 JSON
    Json,
    /// A page to open in a browser: the facts beside the articles that state them
    Html,
}

/// How an answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The article with its entities in colour, then a table
    Text,
    /// The answer of ExtractEntities, as proto3 JSON
    Json,
    /// A page to open in a browser
    Html,
    /// A table of the entities
    Table,
}

/// What a span counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Bytes of UTF-8
    #[default]
    Utf8,
    /// Code units of UTF-16
    Utf16,
    /// Code points
    Utf32,
}

impl From<Unit> for OffsetEncoding {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Utf8 => Self::Utf8,
            Unit::Utf16 => Self::Utf16,
            Unit::Utf32 => Self::Utf32,
        }
    }
}

/// `qimma gazetteer`.
#[derive(Debug, Subcommand)]
pub enum Gazetteer {
    /// Show what a name leads to, in whatever spelling
    Lookup {
        /// The name, as a text would write it
        name: String,
        /// Folder of gazetteer files to use in place of the one built in
        #[arg(long, env = "QIMMA_GAZETTEER", value_name = "DIR")]
        gazetteer: Option<PathBuf>,
    },
    /// Check a folder of gazetteer files; each problem is shown with its file and line
    Check {
        /// The folder
        #[arg(default_value = "gazetteer", value_name = "DIR")]
        folder: PathBuf,
    },
}

fn kind(name: &str) -> Result<EntityType, String> {
    let name = name.to_ascii_uppercase();
    EntityType::parse(&name).ok_or_else(|| {
        let known = EntityType::ALL.map(EntityType::as_str).join(" ");
        format!("one of {known}")
    })
}

fn date(text: &str) -> Result<String, &'static str> {
    parse_date(text).map(|_| text.to_owned()).ok_or("a calendar date, written YYYY-MM-DD")
}

/// `FILE@YYYY-MM-DD`, or a file alone. What stands behind an @ is part of the name unless it is made as dates are.
fn dated(argument: OsString) -> Result<Dated, String> {
    if let Some((file, behind)) = argument.to_str().and_then(|text| text.rsplit_once('@'))
        && !file.is_empty()
        && behind.starts_with(|letter: char| letter.is_ascii_digit())
        && behind.chars().all(|letter| letter.is_ascii_digit() || "-/.".contains(letter))
    {
        return match date(behind) {
            Ok(day) => Ok(Dated { file: file.into(), publish_date: Some(day) }),
            Err(wanted) => Err(format!("behind the @ belongs {wanted}")),
        };
    }
    Ok(Dated { file: argument.into(), publish_date: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_carry_its_date() {
        for (argument, file, publish_date) in [
            ("a/01.txt", "a/01.txt", None),
            ("a/01.txt@2024-05-16", "a/01.txt", Some("2024-05-16")),
            ("me@home/01.txt", "me@home/01.txt", None),
            ("me@home/01.txt@2024-05-16", "me@home/01.txt", Some("2024-05-16")),
            ("-@2024-05-16", "-", Some("2024-05-16")),
            ("@2024-05-16", "@2024-05-16", None),
        ] {
            let wanted = Dated { file: file.into(), publish_date: publish_date.map(str::to_owned) };
            assert_eq!(dated(argument.into()), Ok(wanted), "{argument}");
        }
        for argument in ["01.txt@2024-5-16", "01.txt@16/5/2024", "01.txt@2024-02-30"] {
            assert!(dated(argument.into()).is_err_and(|message| message.contains("YYYY-MM-DD")), "{argument}");
        }
    }
}
