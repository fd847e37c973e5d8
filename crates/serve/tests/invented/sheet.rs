//! A document written down in one go: its text part by part, then its claims by their words.

use jiff::civil::Date;
use model::*;

/// A document and what a reader finds in it.
pub struct Sheet {
    pub document: Document,
    pub resolution: Resolution,
    /// Whom or which place the words of each argument stand for.
    mentions: Vec<(Span, Option<EntityId>, Option<PlaceId>)>,
}

fn digits(text: &str) -> String {
    let hash =
        |seed: u64| text.bytes().fold(seed, |h, b| (h ^ u64::from(b)).wrapping_mul(1_099_511_628_211).rotate_left(23));
    (1..=4).map(|seed| format!("{:016x}", hash(seed * 7919))).collect()
}

impl Sheet {
    pub fn new(file: &str, format: Format) -> Sheet {
        let sha256 = digits(file);
        let document = Document {
            id: DocumentId(sha256[..16].to_owned()),
            sha256,
            file: file.into(),
            format,
            bytes: 0,
            charset: "utf-8".into(),
            text: String::new(),
            articles: Vec::new(),
            asides: Vec::new(),
            problems: Vec::new(),
        };
        Sheet { document, resolution: Resolution::default(), mentions: Vec::new() }
    }

    fn push(&mut self, words: &str) -> Span {
        if !self.document.text.is_empty() {
            self.document.text.push_str("\n\n");
        }
        let start = self.document.text.len();
        self.document.text.push_str(words);
        self.document.bytes = self.document.text.len() as u64;
        Span::new(start, start + words.len())
    }

    /// Begins an article; what follows belongs to it.
    pub fn article(mut self, outlet: Option<&str>, day: Option<Date>, author: Option<&str>) -> Sheet {
        let known = |value: &str| Known { value: value.to_owned(), how: HowKnown::Sidecar(2) };
        self.document.articles.push(Article {
            title: None,
            outlet: outlet.map(known),
            authors: author
                .map(|a| Known { value: a.into(), how: HowKnown::PageData("author".into()) })
                .into_iter()
                .collect(),
            published: day.map(|value| Known { value, how: HowKnown::Given }),
            dateline: None,
            taken_from: Vec::new(),
            translated: None,
            url: None,
            language: Some("en".into()),
            parts: Vec::new(),
        });
        self
    }

    pub fn url(mut self, url: &str) -> Sheet {
        self.last().url = Some(Known { value: url.into(), how: HowKnown::PageData("og:url".into()) });
        self
    }

    fn last(&mut self) -> &mut Article {
        self.document.articles.last_mut().expect("an article was begun")
    }

    pub fn part(mut self, role: PartRole, words: &str) -> Sheet {
        let span = self.push(words);
        if role == PartRole::Headline {
            self.last().title = Some(Known { value: words.into(), how: HowKnown::Text(span) });
        }
        self.last().parts.push(Part { span, role });
        let (article, part) = (self.document.articles.len() as u32 - 1, self.last().parts.len() as u32 - 1);
        let mut start = span.start as usize;
        for piece in words.split_inclusive(". ") {
            let sentence = Span::new(start, start + piece.trim_end().len());
            start += piece.len();
            self.resolution.reading.sentences.push(Sentence { span: sentence, article, part });
        }
        self
    }

    pub fn headline(self, words: &str) -> Sheet {
        self.part(PartRole::Headline, words)
    }

    pub fn paragraph(self, words: &str) -> Sheet {
        self.part(PartRole::Paragraph, words)
    }

    pub fn aside(mut self, reason: AsideReason, words: &str) -> Sheet {
        let span = self.push(words);
        self.document.asides.push(Aside { span, reason });
        self
    }

    pub fn problem(mut self, code: &str, words: Option<&str>, message: &str) -> Sheet {
        let span = words.map(|words| self.at(words));
        self.document.problems.push(Problem { stage: Stage::Intake, code: code.into(), span, message: message.into() });
        self
    }

    fn at(&self, words: &str) -> Span {
        let start = self.document.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
        Span::new(start, start + words.len())
    }

    /// Adds a claim; the words of `tell` are looked for in the quote first, then in its sentence, then before it, then anywhere.
    pub fn claim(
        mut self,
        claim_type: ClaimType,
        quote: &str,
        trigger: &str,
        tell: impl FnOnce(Teller<'_>) -> Teller<'_>,
    ) -> Sheet {
        let quote = self.at(quote);
        let n = self.resolution.reading.claims.len();
        let sentences = &self.resolution.reading.sentences;
        let sentence = sentences.iter().position(|s| s.span.overlaps(quote)).expect("a quote stands in a sentence");
        let claim = Claim {
            id: ClaimId(digits(&format!("{}{n}", self.document.id.0))[..16].to_owned()),
            document: self.document.id.clone(),
            article: sentences[sentence].article,
            sentence: sentence as u32,
            quote,
            claim_type,
            trigger: quote,
            actor: Vec::new(),
            target: Vec::new(),
            place: Vec::new(),
            time: None,
            quantity: Vec::new(),
            attribution: Vec::new(),
            modality: Marked { value: Modality::Fact, cue: None },
            polarity: Marked { value: Polarity::Positive, cue: None },
            rule: "event/verb".into(),
        };
        let text = self.document.text.clone();
        let sentence = sentences[sentence].span;
        let (entities, places) = (&mut self.resolution.entities, &mut self.resolution.places);
        let mentions = &mut self.mentions;
        let mut teller = Teller { text: &text, sentence, claim, entities, places, mentions };
        teller.claim.trigger = teller.at(trigger);
        let claim = tell(teller).claim;
        self.resolution.reading.claims.push(claim);
        self
    }

    /// Puts everything in the order that the record asks for.
    pub fn done(mut self) -> Sheet {
        let reading = &mut self.resolution.reading;
        reading.claims.sort_by_key(|c| (c.quote, c.trigger, c.claim_type));
        self.resolution.entities.sort_by(|a, b| a.id.cmp(&b.id));
        self.resolution.entities.dedup_by(|a, b| a.id == b.id);
        self.resolution.places.sort_by(|a, b| a.id.cmp(&b.id));
        self.resolution.places.dedup_by(|a, b| a.id == b.id);
        self.mentions.sort();
        self.mentions.dedup_by_key(|mention| mention.0);
        let (text, resolution) = (&self.document.text, &mut self.resolution);
        for (span, entity, place) in std::mem::take(&mut self.mentions) {
            let words = span.get(text).expect("words of the text");
            let kind = match words {
                "Its" | "It" | "They" | "He" => MentionKind::Pronoun,
                _ if words.split(' ').any(|word| word.starts_with(char::is_uppercase) && word != "The") => {
                    MentionKind::Name
                }
                _ => MentionKind::Nominal,
            };
            let sentences = &resolution.reading.sentences;
            let Some(sentence) = sentences.iter().position(|s| s.span.contains(span)) else { continue };
            let mention = Mention { span, head: span, kind, hint: None, plural: false, sentence: sentence as u32 };
            resolution.reading.mentions.push(mention);
            resolution.mention_entities.push(entity);
            resolution.mention_places.push(place);
        }
        self
    }
}

/// A place where the invented map has it: in the middle of an ocean, so that it is nobody's.
fn located(id: PlaceId, name: &str, class: PlaceClass) -> Place {
    let (point, radius_km) = match name {
        "Lindow" => (Some((-32.4, -14.2)), Some(4.0)),
        "Ostrel" => (Some((-31.8, -13.1)), Some(60.0)),
        "Bellwick" => (Some((-32.9, -15.6)), Some(7.0)),
        _ => (None, None),
    };
    Place { id, name: name.into(), class, point, radius_km, country: None, within: Vec::new(), runners_up: Vec::new() }
}

/// Tells a claim field by field, in the words of the text.
pub struct Teller<'a> {
    text: &'a str,
    sentence: Span,
    claim: Claim,
    entities: &'a mut Vec<Entity>,
    places: &'a mut Vec<Place>,
    mentions: &'a mut Vec<(Span, Option<EntityId>, Option<PlaceId>)>,
}

impl Teller<'_> {
    fn at(&self, words: &str) -> Span {
        let quote = self.claim.quote;
        let found = |from: usize, to: usize| self.text[from..to].find(words).map(|at| from + at);
        let start = found(quote.start as usize, quote.end as usize)
            .or_else(|| found(self.sentence.start as usize, self.sentence.end as usize))
            .or_else(|| self.text[..quote.start as usize].rfind(words))
            .or_else(|| found(0, self.text.len()))
            .unwrap_or_else(|| panic!("{words:?} is not in the text"));
        Span::new(start, start + words.len())
    }

    fn argument(&mut self, words: &str, who: Option<(&str, EntityKind)>) -> Argument {
        let span = self.at(words);
        let entity = who.map(|(name, kind)| {
            let id = EntityId(digits(name)[..16].to_owned());
            let known = name.starts_with(char::is_uppercase).then(|| format!("invented:{name}"));
            self.entities.push(Entity {
                id: id.clone(),
                name: name.into(),
                kind,
                known,
                reasons: vec!["same name".into()],
            });
            self.mentions.push((span, Some(id.clone()), None));
            id
        });
        Argument { span, head: span, entity, place: None }
    }

    pub fn actor(mut self, words: &str, name: &str, kind: EntityKind) -> Self {
        let argument = self.argument(words, Some((name, kind)));
        self.claim.actor.push(argument);
        self
    }

    pub fn target(mut self, words: &str, name: &str, kind: EntityKind) -> Self {
        let argument = self.argument(words, Some((name, kind)));
        self.claim.target.push(argument);
        self
    }

    pub fn place(mut self, words: &str, name: &str, class: PlaceClass) -> Self {
        let mut argument = self.argument(words, None);
        let id = PlaceId(format!("name:{}", name.to_lowercase()));
        self.mentions.push((argument.span, None, Some(id.clone())));
        self.places.push(located(id.clone(), name, class));
        argument.place = Some(id);
        self.claim.place.push(argument);
        self
    }

    pub fn time(mut self, words: &str, earliest: Date, latest: Date) -> Self {
        let range = Some(TimeRange { earliest, latest, resolved: Resolved::FromPublication });
        self.claim.time = Some(TimeWords {
            span: self.at(words),
            range,
            value: Some(earliest.to_string()).filter(|_| earliest == latest),
        });
        self
    }

    pub fn some_time(mut self, words: &str) -> Self {
        self.claim.time = Some(TimeWords { span: self.at(words), range: None, value: None });
        self
    }

    pub fn count(mut self, what: QuantityKind, words: &str, min: Option<f64>, max: Option<f64>) -> Self {
        let span = self.at(words);
        self.claim.quantity.push(Quantity { what, min, max, span });
        self
    }

    /// A link; `source` is its words and name, `None` for nobody.
    pub fn says(mut self, cue: &str, kind: SourceKind, source: Option<(&str, &str)>, stance: Stance) -> Self {
        let sources = source
            .map(|(words, name)| {
                let known = name.starts_with(char::is_uppercase).then_some((name, EntityKind::Organisation));
                self.argument(words, known)
            })
            .into_iter()
            .collect();
        let cue = self.at(cue);
        self.claim.attribution.push(Link { sources, kind, cue, stance, carried: !self.sentence.overlaps(cue) });
        self
    }

    pub fn sure(mut self, value: Modality, cue: Option<&str>) -> Self {
        self.claim.modality = Marked { value, cue: cue.map(|words| self.at(words)) };
        self
    }

    pub fn not(mut self, cue: &str) -> Self {
        self.claim.polarity = Marked { value: Polarity::Negative, cue: Some(self.at(cue)) };
        self
    }

    pub fn rule(mut self, rule: &str) -> Self {
        self.claim.rule = rule.into();
        self
    }
}
