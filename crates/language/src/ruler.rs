//! Which part of speech, morphology and lemma follow from a word's tag, relation and spelling?
//!
//! The model's list of rules, in order: all rules that fit are found on the tags and relations as they were predicted,
//! then set their values, later ones over earlier ones. `not` with tag RB is PART, `Polarity=Neg`, lemma `not`.

use crate::morph::MORPHS;
use crate::pack::{Pack, PackError, StringId};
use crate::{Dep, Pos, Tag};

/// What a rule asks of one token. Sets of tags and relations are bits in the order of [`Tag::ALL`] and [`Dep::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Test {
    pub(crate) tags: u64,
    pub(crate) deps: u64,
    /// Hashes of the lower-cased texts that fit; none where any does.
    pub(crate) lower: Option<Vec<u64>>,
    pub(crate) space: Option<bool>,
}

/// What a rule sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values {
    pub(crate) tag: Option<Tag>,
    pub(crate) pos: Option<Pos>,
    pub(crate) dep: Option<Dep>,
    pub(crate) morph: Option<&'static str>,
    pub(crate) lemma: Option<StringId>,
}

impl Values {
    fn over(&mut self, later: &Values) {
        self.tag = later.tag.or(self.tag);
        self.pos = later.pos.or(self.pos);
        self.dep = later.dep.or(self.dep);
        self.morph = later.morph.or(self.morph);
        self.lemma = later.lemma.or(self.lemma);
    }
}

/// One rule: one or two neighbouring tokens, and the values for one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) tests: Vec<Test>,
    pub(crate) sets: usize,
    pub(crate) values: Values,
}

/// A token as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) tag: Tag,
    pub(crate) dep: Dep,
    pub(crate) lower: u64,
    pub(crate) is_space: bool,
}

impl Test {
    fn fits(&self, seen: Seen) -> bool {
        self.tags >> seen.tag as u32 & 1 == 1
            && self.deps >> seen.dep as u32 & 1 == 1
            && self.space.is_none_or(|space| space == seen.is_space)
            && self.lower.as_ref().is_none_or(|lower| lower.contains(&seen.lower))
    }
}

/// All rules, indexed by what their first test asks.
#[derive(Clone)]
pub(crate) struct Ruler {
    rules: Vec<Rule>,
    /// Rules of one token by spelling, sorted, and those that ask for none by tag.
    by_lower: Vec<(u64, u16)>,
    by_tag: Vec<Vec<u16>>,
    /// Rules of two tokens.
    pairs: Vec<u16>,
}

impl Ruler {
    pub(crate) fn open(pack: &Pack) -> Result<Ruler, PackError> {
        let words = pack.section::<u32>("rules")?;
        let rules =
            read(&words).ok_or_else(|| PackError::Damaged { what: "section `rules` does not read".to_owned() })?;
        let (mut by_lower, mut by_tag, mut pairs) = (Vec::new(), vec![Vec::new(); Tag::ALL.len()], Vec::new());
        for (at, rule) in rules.iter().enumerate() {
            let at = at as u16;
            match rule.tests.as_slice() {
                [Test { lower: Some(lower), .. }] => by_lower.extend(lower.iter().map(|&lower| (lower, at))),
                [Test { tags, .. }] => {
                    by_tag
                        .iter_mut()
                        .enumerate()
                        .filter(|(tag, _)| tags >> tag & 1 == 1)
                        .for_each(|(_, list)| list.push(at));
                }
                _ => pairs.push(at),
            }
        }
        by_lower.sort_unstable();
        Ok(Ruler { rules, by_lower, by_tag, pairs })
    }

    /// The values for one token from the rules of one token and from rules of two that were found to set it.
    pub(crate) fn values(&self, seen: Seen, pairs: &[u16]) -> Values {
        let from = self.by_lower.partition_point(|(lower, _)| *lower < seen.lower);
        let spelled = self.by_lower[from..].iter().take_while(|(lower, _)| *lower == seen.lower).map(|(_, at)| *at);
        let tagged = self.by_tag[seen.tag as usize].iter().copied();
        let mut fitting: Vec<u16> = spelled
            .chain(tagged)
            .filter(|&at| self.rules[usize::from(at)].tests[0].fits(seen))
            .chain(pairs.iter().copied())
            .collect();
        fitting.sort_unstable();
        let mut values = Values::default();
        for at in fitting {
            values.over(&self.rules[usize::from(at)].values);
        }
        values
    }

    /// True when a rule of two tokens may start with a token of this spelling, or with any token of this relation.
    pub(crate) fn may_pair(&self, seen: Seen) -> bool {
        self.pairs.iter().any(|&at| self.rules[usize::from(at)].tests[0].fits(seen))
    }

    /// The rules of two tokens that fit these, with the place of the token each sets.
    pub(crate) fn pairs(&self, first: Seen, second: Seen) -> impl Iterator<Item = (usize, u16)> + '_ {
        self.pairs.iter().filter_map(move |&at| match self.rules.get(usize::from(at)) {
            Some(Rule { tests, sets, .. }) if tests[0].fits(first) && tests[1].fits(second) => Some((*sets, at)),
            _ => None,
        })
    }
}

/// The rules as words of a section.
#[cfg(feature = "compile")]
pub(crate) fn words(rules: &[Rule]) -> Vec<u32> {
    let mut words = vec![rules.len() as u32];
    let wide = |words: &mut Vec<u32>, number: u64| words.extend([number as u32, (number >> 32) as u32]);
    for rule in rules {
        words.extend([rule.tests.len() as u32, rule.sets as u32]);
        for test in &rule.tests {
            wide(&mut words, test.tags);
            wide(&mut words, test.deps);
            words.push(test.space.map_or(0, |space| 1 + u32::from(space)));
            words.push(test.lower.as_ref().map_or(0, |lower| lower.len() as u32));
            for &lower in test.lower.iter().flatten() {
                wide(&mut words, lower);
            }
        }
        let values = &rule.values;
        let morph = values.morph.and_then(|morph| MORPHS.binary_search(&morph).ok());
        words.extend([
            values.tag.map_or(0, |tag| 1 + tag as u32),
            values.pos.map_or(0, |pos| 1 + pos as u32),
            values.dep.map_or(0, |dep| 1 + dep as u32),
            morph.map_or(0, |morph| 1 + morph as u32),
            values.lemma.map_or(0, |lemma| 1 + lemma),
        ]);
    }
    words
}

fn read(words: &[u32]) -> Option<Vec<Rule>> {
    let mut words = words.iter().copied();
    let mut next = || words.next();
    let count = next()?;
    let mut rules = Vec::new();
    for _ in 0..count {
        let (tests, sets) = (next()?, next()? as usize);
        let mut rule = Rule { tests: Vec::new(), sets, values: Values::default() };
        for _ in 0..tests {
            let tags = u64::from(next()?) | u64::from(next()?) << 32;
            let deps = u64::from(next()?) | u64::from(next()?) << 32;
            let space = match next()? {
                0 => None,
                space => Some(space == 2),
            };
            let mut lower = Vec::new();
            for _ in 0..next()? {
                lower.push(u64::from(next()?) | u64::from(next()?) << 32);
            }
            rule.tests.push(Test { tags, deps, lower: (!lower.is_empty()).then_some(lower), space });
        }
        let mut index = || Some(next()?.checked_sub(1));
        rule.values = Values {
            tag: index()?.and_then(|at| Tag::ALL.get(at as usize).copied()),
            pos: index()?.and_then(|at| Pos::ALL.get(at as usize).copied()),
            dep: index()?.and_then(|at| Dep::ALL.get(at as usize).copied()),
            morph: index()?.and_then(|at| MORPHS.get(at as usize).copied()),
            lemma: index()?,
        };
        if !(1..=2).contains(&rule.tests.len()) || rule.sets >= rule.tests.len() {
            return None;
        }
        rules.push(rule);
    }
    Some(rules)
}
