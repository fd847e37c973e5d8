use crate::{Course, Dispute, Echo, Event, Forecast, Toll};

/// All that follows from the claims of a record together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fusion {
    /// The events, sorted by id. Every claim is in exactly one.
    pub events: Vec<Event>,
    /// The disputes, sorted by id.
    pub disputes: Vec<Dispute>,
    /// The tolls that have a figure, sorted by event and what is counted.
    pub tolls: Vec<Toll>,
    /// The forecasts, sorted by claim.
    pub forecasts: Vec<Forecast>,
    /// The relations on the axis of time, sorted by the event that holds their claims.
    pub courses: Vec<Course>,
    /// How claims were passed on from document to document, sorted by event and by the days of the reports.
    pub echoes: Vec<Echo>,
}
