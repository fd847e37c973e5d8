//! Which norms and lemmas does the model list?

use super::msgpack::Value;
use super::{BASE_NORMS, need, rows};
use crate::hash;
use crate::lemma::WITH_RULES;
use crate::pack::Writer;

/// The norms by id of the exact text. The built-in ones come before those of the table.
pub(super) fn norms(bytes: &[u8], id: &dyn Fn(&str) -> u64, writer: &mut Writer) -> Result<(), String> {
    let file = Value::read(bytes)?;
    let mut entries = Vec::new();
    for (key, norm) in need(file.get("lexeme_norm"), "lexeme_norm")?.pairs() {
        let norm = writer.string(need(norm.text(), "a norm")?);
        entries.push((need(key.whole(), "an id")?, norm));
    }
    for (line, row) in rows(BASE_NORMS) {
        let [text, norm] = row.as_slice() else {
            return Err(format!("base_norms.tsv line {line}: expected two columns"));
        };
        entries.push((id(text), writer.string(norm)));
    }
    writer.table("norms", &entries);
    Ok(())
}

/// The endings, word lists and irregular forms of each part of speech that has them.
pub(super) fn lemmas(bytes: &[u8], id: &dyn Fn(&str) -> u64, writer: &mut Writer) -> Result<(), String> {
    let file = Value::read(bytes)?;
    let mut words: Vec<u32> = Vec::new();
    for (_, name) in WITH_RULES {
        let key = id(name);
        let of_pos = |table: &str| {
            let table = need(file.get(table), table)?;
            Ok::<_, String>(table.pairs().iter().find(|(found, _)| found.whole() == Some(key)).map(|(_, value)| value))
        };
        let mut endings = Vec::new();
        for pair in of_pos("lemma_rules")?.map(Value::items).unwrap_or_default() {
            let [old, new] = pair.items() else { return Err("an ending is not a pair".to_owned()) };
            endings
                .extend([writer.string(need(old.text(), "an ending")?), writer.string(need(new.text(), "an ending")?)]);
        }
        writer.words(&format!("lemma.{name}.endings"), &endings);
        let mut index = Vec::new();
        for form in of_pos("lemma_index")?.map(Value::items).unwrap_or_default() {
            index.push((hash::of_bytes(need(form.text(), "a form")?.as_bytes()), 0));
        }
        writer.table(&format!("lemma.{name}.index"), &index);
        let mut exceptions = Vec::new();
        for (form, lemmas) in of_pos("lemma_exc")?.map(Value::pairs).unwrap_or_default() {
            exceptions.push((hash::of_bytes(need(form.text(), "a form")?.as_bytes()), words.len() as u32));
            words.push(lemmas.items().len() as u32);
            for lemma in lemmas.items() {
                words.push(writer.string(need(lemma.text(), "a lemma")?));
            }
        }
        writer.table(&format!("lemma.{name}.exceptions"), &exceptions);
    }
    writer.words("lemma.words", &words);
    Ok(())
}
