//! The one place where overlapping candidates are chosen from.

use crate::entity_type::EntityType;
use crate::recognize::{Candidate, Link, Source};

/// Chooses among candidates: best first, where longer counts as better; each must be disjoint from, or properly nested with, all chosen before.
/// The answer is ordered by (begin, −end).
#[must_use]
pub fn choose(mut candidates: Vec<Candidate>, tokens: usize) -> Vec<Candidate> {
    candidates.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then_with(|| (a.begin, a.end, a.kind).cmp(&(b.begin, b.end, b.kind))));
    let mut chosen: Vec<Candidate> = Vec::with_capacity(candidates.len());
    // Which chosen candidates cover each token: overlap is then a look at a few of them.
    let mut covering: Vec<Vec<u32>> = vec![Vec::new(); tokens];
    for candidate in candidates {
        let rivals = covering[candidate.first..=candidate.last].iter().flatten();
        let mut fits = true;
        for rival in rivals {
            if !compatible(&chosen[*rival as usize], &candidate) {
                fits = false;
                break;
            }
        }
        if fits {
            let index = chosen.len() as u32;
            for cover in &mut covering[candidate.first..=candidate.last] {
                cover.push(index);
            }
            chosen.push(candidate);
        }
    }
    chosen.sort_by_key(|candidate| (candidate.begin, std::cmp::Reverse(candidate.end)));
    chosen
}

/// A candidate's score with a bonus for each further token: of two good readings the longer explains more.
fn rank(candidate: &Candidate) -> f32 {
    candidate.score + 0.08 * ((candidate.last - candidate.first) as f32).min(8.0)
}

fn compatible(one: &Candidate, other: &Candidate) -> bool {
    if !one.overlaps(other) {
        return true;
    }
    let (outer, inner) = if one.encloses(other) {
        (one, other)
    } else if other.encloses(one) {
        (other, one)
    } else {
        return false;
    };
    let same_referent = outer.kind == inner.kind && outer.link == inner.link && outer.link != Link::Text;
    // A body's name does not begin with itself: «منظمة شنغهاي» in «منظمة شنغهاي للتعاون». Nor does a rule find one at its end; another known body may
    // stand there («بنك بريكس»).
    let announced = outer.kind == EntityType::Org
        && inner.kind == EntityType::Org
        && outer.last == inner.last
        && matches!(outer.link, Link::Known(_))
        && !matches!(inner.link, Link::Known(_));
    let repeats = announced
        || outer.kind == inner.kind
            && (outer.begin == inner.begin || outer.end == inner.end && outer.kind == EntityType::Org && inner.link == Link::Text);
    // «أكوا باور» holds nobody of the family Akwa; «مؤسسة الملك فيصل» says more than a family's name.
    let within_known = outer.kind == EntityType::Org
        && matches!(outer.source, Source::Known(_))
        && inner.kind == EntityType::Person
        && inner.first == inner.last
        && inner.last + 1 == outer.last;
    // A known sea or region is one name: no «الصين» in «بحر الصين الجنوبي».
    let one_name = outer.kind == EntityType::Loc && matches!(outer.link, Link::Known(_));
    !within_known && !one_name && !same_referent && !repeats && nests(outer.kind, inner.kind)
}

/// Which types may stand inside which: the annotation guide's nesting, as Wojood knows it.
fn nests(outer: EntityType, inner: EntityType) -> bool {
    use EntityType as T;
    match outer {
        T::Occ => {
            matches!(inner, T::Org | T::Gpe | T::Norp | T::Loc | T::Fac | T::Occ | T::Event | T::Law | T::Cardinal | T::Ordinal | T::Person)
        }
        T::Org => matches!(inner, T::Gpe | T::Norp | T::Law | T::Loc | T::Person | T::Occ | T::Org | T::Ordinal | T::Fac),
        T::Event => matches!(inner, T::Org | T::Gpe | T::Norp | T::Law | T::Ordinal | T::Person | T::Loc | T::Fac | T::Occ),
        T::Law => matches!(inner, T::Gpe | T::Org | T::Date | T::Loc | T::Norp | T::Person | T::Ordinal),
        T::Fac => matches!(inner, T::Gpe | T::Person | T::Loc | T::Org | T::Occ),
        T::Loc => matches!(inner, T::Gpe),
        T::Quantity => inner == T::Unit,
        T::Money => matches!(inner, T::Curr | T::Norp),
        T::Curr => inner == T::Norp,
        T::Website => matches!(inner, T::Occ | T::Gpe | T::Org | T::Norp),
        _ => false,
    }
}
