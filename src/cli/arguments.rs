//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::EntityType;
use crate::proto::OffsetEncoding;
use crate::rpc::parse_date;
use crate::server::Config;

/// Named entities from raw Arabic news
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
