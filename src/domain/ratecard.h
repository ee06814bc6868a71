#pragma once

#include "base/clock.h"
#include "domain/money.h"

#include <QDate>
#include <QString>

#include <array>
#include <map>
#include <optional>
#include <vector>

/// What Meta charges a message as.
enum class PriceCategory { Marketing, Utility, Authentication, AuthenticationInternational, Service };
inline constexpr std::array kPriceCategories{
    PriceCategory::Marketing, PriceCategory::Utility, PriceCategory::Authentication,
    PriceCategory::AuthenticationInternational, PriceCategory::Service};

QString toWord(PriceCategory category);
/// In any case, with dashes, blanks or underscores; Meta's "marketing_lite" is marketing. Nothing for a word
/// we do not know.
std::optional<PriceCategory> priceCategoryFromWord(const QString &word);
/// Whether the price falls with the messages of a month.
bool hasVolumeTiers(PriceCategory category);

/// Until this day utility and service messages inside an open customer-service window cost nothing.
inline const QDate kWindowChargedFrom{2026, 10, 1};
bool isFreeInsideWindow(PriceCategory category, QDate day);

/// One price: of messages to a market from the `first` one of the month on.
struct Rate
{
    QString market; ///< as the card names it
    PriceCategory category = PriceCategory::Marketing;
    qint64 first = 1;
    Money price;

    friend bool operator==(const Rate &, const Rate &) = default;
};

/// Meta's prices in one currency from a day on.
class RateCard
{
public:
    RateCard() = default;
    RateCard(QString currency, QDate effective, std::vector<Rate> rates);

    qint64 id = 0;
    QString fileName;
    UtcTime importedAt;

    const QString &currency() const { return m_currency; }
    QDate effective() const { return m_effective; }
    /// In the order of the card.
    const std::vector<Rate> &rates() const { return m_rates; }
    std::vector<QString> markets() const;

    /// The market that a country belongs to on this card: its own row, or that of its group. Nothing where
    /// the card has neither; it is never guessed.
    std::optional<QString> marketOf(const QString &region) const;

    /// Of the message with this number in the month, counted from 1. A category that the card does not list
    /// costs what Meta charges instead: authentication-international as authentication; service as utility,
    /// but always as the first of the month.
    std::optional<Money> priceOf(const QString &market, PriceCategory category, qint64 number = 1) const;
    /// The most that a message may cost, whatever was sent in the month.
    std::optional<Money> highestPrice(const QString &market, PriceCategory category) const;
    /// Of `messages` messages after `before` others of the month.
    std::optional<Money> costOf(const QString &market, PriceCategory category, qint64 before,
                                qint64 messages) const;
    bool hasTiers(const QString &market, PriceCategory category) const;

private:
    using Tiers = std::map<qint64, Money>; ///< by the first message
    const Tiers *tiersOf(const QString &market, PriceCategory category) const;

    QString m_currency;
    QDate m_effective;
    std::vector<Rate> m_rates;
    std::map<std::pair<QString, PriceCategory>, Tiers> m_tiers;
    std::map<QString, QString> m_marketsByKey; ///< see marketKey()
};

/// Whether the prices of a card count on a day: it holds by then, and none of `cards` in its currency that
/// holds later does.
bool isInForce(const RateCard &card, const std::vector<RateCard> &cards, QDate day);

/// All cards of one currency.
class RateBook
{
public:
    RateBook() = default;
    RateBook(QString currency, std::vector<RateCard> cards);

    const QString &currency() const { return m_currency; }
    bool isEmpty() const { return m_cards.empty(); }
    const std::vector<RateCard> &cards() const { return m_cards; } ///< the earliest first
    /// The card in force on a day; nothing before the first one.
    const RateCard *at(QDate day) const;
    /// Whether any price of any card falls with the messages of a month.
    bool hasTiers() const;

private:
    QString m_currency;
    std::vector<RateCard> m_cards;
};
