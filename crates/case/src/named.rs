//! How does what documents tell of somebody or of a place come into the one row for him or it?
//!
//! Three documents name "Anton Brek", one of them as a known person: the row of the entity says what the best of them says, whatever
//! order they came in.

use model::Resolution;
use rusqlite::{Transaction, params};

/// Keeps whom and which places a document names, and what it tells of them in their rows.
pub(crate) fn insert_names(sql: &Transaction<'_>, document: &str, resolution: &Resolution) -> rusqlite::Result<()> {
    for entity in &resolution.entities {
        let id = entity.id.0.as_str();
        sql.prepare_cached("INSERT OR IGNORE INTO document_entity VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(
            params![
                document,
                id,
                entity.kind.as_str(),
                entity.name,
                entity.known,
                serde_json::Value::from(entity.reasons.clone()).to_string(),
            ],
        )?;
        add_to_entity(sql, document, id)?;
    }
    for place in &resolution.places {
        let id = place.id.0.as_str();
        sql.prepare_cached("INSERT OR IGNORE INTO document_place VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
            .execute(params![
                document,
                id,
                place.name,
                place.class.as_str(),
                place.point.map(|p| p.0),
                place.point.map(|p| p.1),
                place.radius_km,
                place.country,
                serde_json::Value::from(place.within.iter().map(|p| p.0.clone()).collect::<Vec<_>>()).to_string(),
                serde_json::Value::from(place.runners_up.clone()).to_string(),
            ])?;
        add_to_place(sql, document, id)?;
    }
    Ok(())
}

/// Puts what a new document tells of an entity in its row, where it goes before what stands there. The documents that were there are
/// not gone through again: a document costs what it holds, however many speak of the same.
fn add_to_entity(sql: &Transaction<'_>, document: &str, entity: &str) -> rusqlite::Result<()> {
    let decided = sql
        .prepare_cached(
            "SELECT 1 FROM merged WHERE entity = ?1 OR into_ = ?1 UNION ALL SELECT 1 FROM decided WHERE entity = ?1 OR other = ?1",
        )?
        .exists([entity])?;
    if decided {
        return choose_entity(sql, entity);
    }
    sql.prepare_cached(
        "INSERT INTO entity SELECT ?1, kind, name, known FROM (
             SELECT kind, name, known FROM document_entity WHERE document = ?2 AND entity = ?1
             UNION ALL SELECT kind, name, known FROM entity WHERE id = ?1)
         WHERE true ORDER BY known IS NULL, known, name, kind LIMIT 1
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, known = excluded.known",
    )?
    .execute([entity, document])
    .map(drop)
}

/// The same for a place.
fn add_to_place(sql: &Transaction<'_>, document: &str, place: &str) -> rusqlite::Result<()> {
    sql.prepare_cached(
        "INSERT INTO place SELECT ?1, name, class, latitude, longitude, radius_km, country, within FROM (
             SELECT name, class, latitude, longitude, radius_km, country, within FROM document_place
             WHERE document = ?2 AND place = ?1
             UNION ALL SELECT name, class, latitude, longitude, radius_km, country, within FROM place WHERE id = ?1)
         WHERE true ORDER BY name, class, latitude, longitude, radius_km, country, within LIMIT 1
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, class = excluded.class, latitude = excluded.latitude,
             longitude = excluded.longitude, radius_km = excluded.radius_km, country = excluded.country,
             within = excluded.within",
    )?
    .execute([place, document])
    .map(drop)
}

/// Puts what the documents tell of an entity in its row, before what they tell of those that are one with it by a decision;
/// takes the row away when none tells of it, and when it is one with another itself.
pub(crate) fn choose_entity(sql: &Transaction<'_>, entity: &str) -> rusqlite::Result<()> {
    let chosen = sql
        .prepare_cached(
            "INSERT INTO entity SELECT ?1, kind, name, known FROM document_entity
             WHERE entity = ?1 OR entity IN (SELECT entity FROM merged WHERE into_ = ?1)
             ORDER BY entity <> ?1, known IS NULL, known, name, kind LIMIT 1
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, known = excluded.known",
        )?
        .execute([entity])?;
    let away = sql.prepare_cached("SELECT 1 FROM merged WHERE entity = ?1")?.exists([entity])?;
    if chosen == 0 || away {
        // Somebody whom only a decision tells of stays as long as words stand for him.
        sql.prepare_cached(
            "DELETE FROM entity WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = ?1)
             AND NOT EXISTS (SELECT 1 FROM argument WHERE entity = ?1)",
        )?
        .execute([entity])?;
    }
    Ok(())
}

/// Puts what the documents tell of a place in its row; takes the row away when none does.
pub(crate) fn choose_place(sql: &Transaction<'_>, place: &str) -> rusqlite::Result<()> {
    let chosen = sql
        .prepare_cached(
            "INSERT INTO place SELECT place, name, class, latitude, longitude, radius_km, country, within FROM document_place
             WHERE place = ?1 ORDER BY name, class, latitude, longitude, radius_km, country, within LIMIT 1
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, class = excluded.class, latitude = excluded.latitude,
                 longitude = excluded.longitude, radius_km = excluded.radius_km, country = excluded.country,
                 within = excluded.within",
        )?
        .execute([place])?;
    if chosen == 0 {
        sql.prepare_cached("DELETE FROM place WHERE id = ?1")?.execute([place])?;
    }
    Ok(())
}
