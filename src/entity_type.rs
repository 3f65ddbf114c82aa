//! The 21 entity types and sets of them.

/// The 21 entity types of the Wojood annotation scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum EntityType {
    /// A person's name, whole or part.
    Person = 1,
    /// A nationality, religious, ethnic or political-group word.
    Norp,
    /// A position or title with its complement.
    Occ,
    /// An organisation.
    Org,
    /// A country, city or state.
    Gpe,
    /// A continent, region, sea or river.
    Loc,
    /// A building, airport, palace or bridge.
    Fac,
    /// A named event.
    Event,
    /// A calendar expression of a day or longer.
    Date,
    /// A time of day or part of a day.
    Time,
    /// The name of a language.
    Language,
    /// A named treaty, agreement, declaration or law.
    Law,
    /// A product, weapon or vehicle by name.
    Product,
    /// A bare count.
    Cardinal,
    /// An ordinal number.
    Ordinal,
    /// A percentage.
    Percent,
    /// A number with a unit of measure or of time.
    Quantity,
    /// The unit inside a quantity.
    Unit,
    /// An amount with its currency.
    Money,
    /// A currency.
    Curr,
    /// A web address or a named site.
    Website,
}

impl EntityType {
    /// Every type, in the order of the wire format.
    pub const ALL: [Self; 21] = [
        Self::Person,
        Self::Norp,
        Self::Occ,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Fac,
        Self::Event,
        Self::Date,
        Self::Time,
        Self::Language,
        Self::Law,
        Self::Product,
        Self::Cardinal,
        Self::Ordinal,
        Self::Percent,
        Self::Quantity,
        Self::Unit,
        Self::Money,
        Self::Curr,
        Self::Website,
    ];

    /// The name used in data files, tables and on the wire (without its enum prefix): `PERSON`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Norp => "NORP",
            Self::Occ => "OCC",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Fac => "FAC",
            Self::Event => "EVENT",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Language => "LANGUAGE",
            Self::Law => "LAW",
            Self::Product => "PRODUCT",
            Self::Cardinal => "CARDINAL",
            Self::Ordinal => "ORDINAL",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
            Self::Unit => "UNIT",
            Self::Money => "MONEY",
            Self::Curr => "CURR",
            Self::Website => "WEBSITE",
        }
    }

    /// The type of that name, as [`Self::as_str`] writes it.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A set of entity types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSet(u32);

impl TypeSet {
    /// Every type.
    pub const ALL: Self = Self(u32::MAX);

    /// Whether the set holds `kind`.
    #[must_use]
    pub const fn contains(self, kind: EntityType) -> bool {
        self.0 & (1 << kind as u32) != 0
    }
}

impl FromIterator<EntityType> for TypeSet {
    fn from_iter<I: IntoIterator<Item = EntityType>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u32))
    }
}
