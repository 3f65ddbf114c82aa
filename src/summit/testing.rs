//! What tests of the rules share: an article round a sentence, and its summit.

use std::sync::LazyLock;

use super::{Input, Wish, summarize};
use crate::Engine;
use crate::proto as pb;
use crate::rpc::convert::Encoding;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("the gazetteer is checked when the crate is built"));

/// The leaders of an imagined G20 summit in Bali on Tuesday, 15 November 2022.
const LEAD: &str = "افتتحت اليوم الثلاثاء في بالي قمة مجموعة العشرين بمشاركة الرئيس الأميركي جو بايدن والرئيس الصيني شي جينبينغ والرئيس التركي رجب طيب \
    أردوغان والرئيس الفرنسي إيمانويل ماكرون ورئيس الوزراء الهندي ناريندرا مودي.";

/// The summit of one article.
pub fn summit(text: &str, published: &str) -> pb::Summit {
    let input = Input { id: "1".into(), text: text.into(), published: published.parse().ok() };
    let wish = Wish { encoding: Encoding::Utf8, most_sentences: 0, custom_entities: Vec::new() };
    let (mut summits, _) = summarize(&*ENGINE, vec![input], &wish, &|| false).unwrap();
    assert_eq!(summits.len(), 1, "{text}");
    summits.remove(0)
}

/// The summit of the imagined article that goes on with a sentence, published on Wednesday.
pub fn bali(sentence: &str) -> pb::Summit {
    let lead = LEAD.replace("اليوم الثلاثاء", "أمس الثلاثاء");
    summit(&format!("قمة العشرين في بالي\n\n{lead}\n\n{sentence}\n"), "2022-11-16")
}

/// The key of an entity.
pub fn key(of: &Option<pb::EntityRef>) -> &str {
    of.as_ref().map_or("-", |of| of.entity_id.as_str())
}
