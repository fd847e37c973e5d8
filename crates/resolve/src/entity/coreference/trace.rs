//! What does a mention leave behind, by which later words can take it up?
//!
//! "Anton Brek met Ivo Hald" leaves a trace of each, with whether he acts, suffers or speaks there, and one of both together.

use super::candidate::Trace;
use super::{Pass, called, landmark, row, sort};
use crate::cast::Cast;
use crate::wording::{clean, is_in_singular, last_word, word_before};
use lexicon::{ActorKind, Known, NounClass};
use model::{EntityId, EntityKind, Mention, MentionKind};

impl Pass<'_, '_> {
    /// Leaves the trace of a mention, and of the row that it ends.
    pub(super) fn trace(&mut self, mention: &Mention, entities: &[EntityId], cast: &Cast) {
        let text = mention.span.get(&self.document.text).unwrap_or("");
        let before = self.traces.iter().rev().take_while(|trace| trace.sentence == mention.sentence);
        let first = { before }.all(|trace| trace.kind == EntityKind::Thing);
        let members: Vec<&model::Entity> = entities.iter().filter_map(|id| cast.get(id)).collect();
        let Some(&one) = members.first() else { return };
        if one.kind == EntityKind::Organisation && self.is_linked_to(mention) {
            return;
        }
        if members.len() == 1 {
            self.note_sex(mention, &one.id, one.kind, &one.name);
        }
        let last = last_word(&one.name);
        let group = || is_in_singular(last, |noun| self.roster.lexicon.nouns.is(noun, NounClass::People));
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let actor = match self.roster.lexicon.names.find(&one.name) {
            Some(Known::Actor(actor)) => Some(actor.kind),
            _ => None,
        };
        let trace = Trace {
            entities: entities.to_vec(),
            kind: row::kind(&members),
            name: names.join(" and "),
            words: clean(text).split(' ').map(str::to_lowercase).collect(),
            armed: members.len() == 1 && actor == Some(ActorKind::ArmedGroup),
            institution: members.len() == 1 && actor == Some(ActorKind::Agency)
                || is_in_singular(last, |noun| self.roster.lexicon.institutions.has(noun))
                    && self.is_of_state(&one.name),
            plural: mention.plural && (text != one.name || one.kind == EntityKind::Place)
                || one.kind == EntityKind::Group && !self.is_collective(mention, text)
                || mention.plural && (one.kind == EntityKind::Thing || group()),
            asks: self.asking.contains(&mention.head),
            outlet: self.outlets.contains(&mention.head) || actor == Some(ActorKind::Outlet),
            called: called(&one.name, self.roster.lexicon),
            titles: self.titles.get(&one.id).cloned().unwrap_or_default(),
            sort: if one.kind == EntityKind::Place { sort(&one.name, self.roster.lexicon) } else { None },
            landmark: one.kind == EntityKind::Place && self.is_landmark(mention),
            scene: matches!(one.kind, EntityKind::Place | EntityKind::State)
                && landmark::is_scene(word_before(&self.document.text, mention.span.start as usize)),
            sentence: mention.sentence,
            article: self.article(mention),
            acts: self.acting.contains(&mention.head) || self.speaking.contains(&mention.head),
            speaks: self.speaking.contains(&mention.head)
                && !self.acting.contains(&mention.head)
                && !self.suffering.contains(&mention.head),
            agent: matches!(one.kind, EntityKind::Organisation | EntityKind::Person) && self.is_agent(mention),
            passing: mention.kind == MentionKind::Modifier,
            suffers: self.suffering.contains(&mention.head),
            fights: self.fighting.contains(&mention.head)
                || one.kind == EntityKind::Organisation && self.is_told_to_fight(mention),
            opens: self.opens_sentence(mention),
            first,
            listed: false,
        };
        self.traces.push(trace);
        let row = self.row.with(&self.document.text, mention, &self.traces, &self.roster.lexicon.titles);
        self.traces.extend(row);
    }

    /// True for one word for many: "a *militant group* said it", not "militants".
    fn is_collective(&self, mention: &Mention, text: &str) -> bool {
        use lexicon::Antecedent::{Body, Movement, Organisation};
        let anaphors = &self.roster.lexicon.anaphors;
        let body = |anaphor: &lexicon::Anaphor| {
            !anaphor.plural && anaphor.stands_for.iter().any(|who| matches!(who, Body | Movement | Organisation))
        };
        !mention.plural && anaphors.get(&last_word(&clean(text)).to_lowercase()).is_some_and(body)
    }

    /// Leaves a trace of those who act together in the sentences before this one, whatever stands between their names: "the minister, Anton
    /// Brek, and his guest, Ivo Hald, met".
    pub(super) fn pass_sentences(&mut self, sentence: u32, cast: &Cast) {
        while let Some(passed) = self.together.first_entry().filter(|first| *first.key() < sentence) {
            let (at, rows) = passed.remove_entry();
            for heads in rows {
                let mentions = heads.iter().filter_map(|head| self.discourse.by_head.get(head));
                let members: Vec<EntityId> = mentions.flat_map(|&mention| self.discourse.all(mention)).collect();
                let article = self.reading.sentences.get(at as usize).map_or(0, |sentence| sentence.article);
                self.traces.extend(row::together(&members, cast, at, article));
            }
        }
    }
}
