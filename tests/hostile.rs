//! No text costs more than its length: time and memory grow no faster than the text, whatever is in it.
//!
//! `cargo test --test hostile -- --nocapture` prints what each entry of the catalogue takes.

#![allow(clippy::unwrap_used)]

mod catalogue;
mod sound;

use std::sync::LazyLock;

use peak_alloc::PeakAlloc;
use qimma::rpc::{self, Limits};
use qimma::{CustomEntity, Document, Engine, EntityType, Options, proto as pb};
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

/// The greatest text the service takes.
const LARGEST: usize = 1 << 20;
/// Linear is 4 for a text of four times the length, quadratic is 16.
const MOST_GROWTH: f64 = 7.0;
/// Less than this is no time to compare.
const NOISE: f64 = 0.05;
/// Bytes of memory for each byte of text: a blank and a digit become a mention with all that the answer says of it.
const MOST_MEMORY: usize = 450;
/// Seconds for the greatest text, in a build without optimisation beside other work.
const MOST_SECONDS: f64 = 20.0;

/// Processor seconds of this thread and peak bytes of memory that some work takes.
fn cost(work: impl FnOnce()) -> (f64, usize) {
    let processor = || {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        now.tv_sec as f64 + now.tv_nsec as f64 * 1e-9
    };
    let (before, began) = (MEMORY.current_usage(), processor());
    MEMORY.reset_peak_usage();
    work();
    (processor() - began, MEMORY.peak_usage() - before)
}

/// Runs the whole catalogue at a quarter and at all of the greatest length, and tells what went wrong.
fn run(work: impl Fn(&str)) {
    let mut faults = Vec::new();
    for (name, text) in catalogue::ENTRIES {
        let text = |bytes| catalogue::cut(text(bytes), bytes);
        let (small, large) = (text(LARGEST / 4), text(LARGEST));
        // Somebody else's work on the same processor costs time too: what is linear once is linear.
        let mut growth = f64::INFINITY;
        let mut seconds = f64::INFINITY;
        let mut memory = (0, 0);
        for _ in 0..3 {
            let (quarter, whole) = (cost(|| work(&small)), cost(|| work(&large)));
            growth = growth.min(whole.0 / quarter.0.max(NOISE));
            seconds = seconds.min(whole.0);
            memory = (quarter.1, whole.1);
            if growth <= MOST_GROWTH {
                break;
            }
        }
        println!("{name:55} {seconds:6.2} s  x {growth:4.1}  {:4} B/B  x {:3.1}", memory.1 / LARGEST, memory.1 as f64 / memory.0 as f64);
        if growth > MOST_GROWTH || seconds > MOST_SECONDS {
            faults.push(format!("{name}: {seconds:.2} s, {growth:.1} times a quarter's"));
        }
        if memory.1 > MOST_MEMORY * LARGEST {
            faults.push(format!("{name}: {} bytes of memory", memory.1));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// One test, since the allocator counts for the whole process.
#[test]
fn nothing_costs_more_than_its_length() {
    LazyLock::force(&ENGINE);
    sound::analyze(&ENGINE, catalogue::ENTRIES[0].0);
    println!("ExtractEntities");
    run(|text| drop(ENGINE.analyze(Document { text, publish_date: Some(jiff::civil::date(2024, 7, 4)) }, &Options::default(), &|| false)));
    println!("SummarizeSummit");
    run(|text| drop(summarize(text)));
    names_of_the_callers_own();
}

/// A document that is about a summit whatever follows.
fn summarize(text: &str) -> pb::SummarizeSummitResponse {
    const OPENING: &str = "انطلقت في المنامة اليوم الخميس القمة العربية الثالثة والثلاثون بمشاركة الرئيس المصري عبد الفتاح السيسي والعاهل الأردني الملك عبد الله الثاني. ";
    let text = catalogue::cut(format!("{OPENING}{text}"), LARGEST);
    let document = pb::Document { id: "one".into(), text, publish_date: "2024-05-16".into(), ..Default::default() };
    let request = pb::SummarizeSummitRequest { documents: vec![document], ..Default::default() };
    rpc::summarize(&*ENGINE, request, Limits { text_bytes: LARGEST as u32, request_bytes: usize::MAX }).unwrap()
}

/// A hundred thousand names that begin alike, and as many to leave out, cost no more with the text than a few do.
fn names_of_the_callers_own() {
    let aliases = |entity: usize| (0..100).map(|alias| format!("قمة {entity} {alias}")).collect();
    let custom: Vec<CustomEntity> = (0..1000)
        .map(|at| CustomEntity {
            id: at.to_string(),
            kind: EntityType::Product,
            name: format!("قمة {at}"),
            name_en: String::new(),
            aliases: aliases(at),
        })
        .collect();
    let excluded: Vec<String> = (0..100_000).map(|at| format!("قمة {at}")).collect();
    let options = Options { custom_entities: &custom, excluded_names: &excluded, ..Options::default() };
    let text = catalogue::fill("قمة 999 99 في قمة 7، ", LARGEST / 4);
    let (seconds, _) = cost(|| {
        let analysis = ENGINE.analyze(Document { text: &text, publish_date: None }, &options, &|| false).unwrap();
        assert!(analysis.entities.iter().any(|entity| entity.id == "999"));
        assert!(analysis.entities.iter().all(|entity| entity.id != "7"), "left out");
    });
    println!("{:55} {seconds:6.2} s", "names of the caller's own");
    assert!(seconds < MOST_SECONDS, "{seconds}");
}
