#include "workspace/costdesk.h"

#include "exchange/phoneparser.h"
#include "exchange/tablefile.h"
#include "workspace/session.h"

#include <QFileInfo>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

bool isQuarterStart(QDate day)
{
    return day.day() == 1 && day.month() % 3 == 1;
}

qint64 quarterAt(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch() / kQuarterMilliseconds;
}

RatesImport importOf(const RateCardFile &file)
{
    RatesImport import;
    import.currency = file.currency;
    import.effective = file.effective.value_or(QDate{});
    import.markets = RateCard{file.currency, import.effective, file.rates}.markets();
    import.rows = file.rows;
    import.used = file.used;
    import.refused = file.refused;
    import.prices = static_cast<int>(file.rates.size());
    import.isAtQuarterStart = !file.effective || isQuarterStart(*file.effective);
    return import;
}

QDate monthBegin(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

struct CostDesk::Priced
{
    AccountId account;
    QString currency;
    std::vector<CampaignId> campaigns;
};

/// Prices what was delivered in a period. Messages of the whole months count, because prices may fall with
/// them.
class CostDesk::PeriodPricing
{
public:
    PeriodPricing(Session &session, const ChargesWanted &wanted, const CancelToken &cancel)
        : m_session{session}
        , m_wanted{wanted}
        , m_cancel{cancel}
        , m_from{quarterOf(wanted.from)}
        , m_until{quarterOf(wanted.until)}
    {
    }

    Result<std::vector<PricedCharge>> run()
    {
        if (const Result<> found = findCurrencies(); !found)
            return found.error();
        Result<Months> months = readMonths();
        if (!months)
            return months.error();
        for (auto &[key, messages] : *months) {
            if (m_cancel.isCancelled())
                break;
            if (const Result<> priced = price(key.second, std::move(messages)); !priced)
                return priced.error();
        }
        return m_wanted.tag.isEmpty() ? Result<std::vector<PricedCharge>>{std::move(m_priced)} : ofTag();
    }

private:
    /// Of one business, to be priced in one currency.
    using Key = std::pair<AccountId, QString>;
    using Months = std::map<Key, std::vector<ChargedMessages>>;

    static qint64 quarterOf(UtcTime time) { return toMilliseconds(time) / kQuarterMilliseconds; }

    Result<> findCurrencies()
    {
        const Result<std::vector<ChargedCampaign>> campaigns = m_session.costs().chargedCampaigns();
        if (!campaigns)
            return campaigns.error();
        std::map<AccountId, Key> ofAccounts; // its business, and its usual currency
        for (const ChargedCampaign &campaign : *campaigns) {
            const auto [known, isNew] = ofAccounts.try_emplace(campaign.account);
            if (isNew) {
                const Result<std::vector<AccountId>> numbers =
                    m_session.costs().numbersOfBusiness(campaign.account);
                const Result<std::optional<QString>> currency =
                    m_session.rateCards().currencyOf(campaign.account);
                if (!numbers || !currency)
                    return numbers ? currency.error() : numbers.error();
                known->second = {numbers->empty() ? campaign.account
                                                  : *std::min_element(numbers->begin(), numbers->end()),
                                 currency->value_or(QString{})};
            }
            Key key = known->second;
            if (!campaign.budgetCurrency.isEmpty())
                key.second = campaign.budgetCurrency;
            m_keys.emplace(campaign.campaign, key);
            m_currencies[key.first].insert(key.second);
        }
        return Done{};
    }

    /// A business with campaigns in several currencies has all its messages in the months of each.
    Result<Months> readMonths()
    {
        const QTimeZone zone = m_session.timeZone();
        const auto monthOf = [&](qint64 quarter) {
            return monthBegin(m_session.costDesk().dayOf(fromMilliseconds(quarter * kQuarterMilliseconds)));
        };
        const qint64 begin = quarterAt(monthOf(m_from), zone);
        const qint64 end = quarterAt(monthOf(m_until - 1).addMonths(1), zone);
        Result<std::vector<ChargedMessages>> all = m_session.costs().chargesBetween(begin, end);
        if (!all)
            return all.error();
        Months months;
        for (ChargedMessages &messages : *all) {
            const auto key = m_keys.find(messages.campaign);
            if (key == m_keys.end()) // begun since
                continue;
            const auto &[business, own] = key->second;
            const std::set<QString> &currencies = m_currencies.at(business);
            if (currencies.size() == 1 || !business.isValid())
                months[key->second].push_back(std::move(messages));
            else
                for (const QString &currency : currencies)
                    months[{business, currency}].push_back(messages);
        }
        if (const Result<> added = addOutside(months, begin, end); !added)
            return added.error();
        return months;
    }

    /// Answers, tests and deleted campaigns, with which prices fall too.
    Result<> addOutside(Months &months, qint64 begin, qint64 end)
    {
        for (const auto &[business, currencies] : m_currencies) {
            if (!business.isValid())
                continue;
            const Result<std::vector<ChargedMessages>> outside =
                m_session.costs().chargesOutside(business, begin, end);
            if (!outside)
                return outside.error();
            for (const QString &currency : currencies) {
                std::vector<ChargedMessages> &month = months[{business, currency}];
                month.insert(month.end(), outside->begin(), outside->end());
            }
        }
        return Done{};
    }

    Result<> price(const QString &currency, std::vector<ChargedMessages> messages)
    {
        const Result<RateBook> book = m_session.rateCards().book(currency);
        if (!book)
            return book.error();
        for (PricedCharge &charge : priceEach(*book, std::move(messages), m_session.timeZone())) {
            const qint64 quarter = charge.messages.quarter;
            const auto key = m_keys.find(charge.messages.campaign); // of none: an answer, a test
            if (key != m_keys.end() && key->second.second == currency && quarter >= m_from
                && quarter < m_until)
                m_priced.push_back(std::move(charge));
        }
        return Done{};
    }

    /// What alike messages cost is shared among those who got them.
    Result<std::vector<PricedCharge>> ofTag()
    {
        Result<std::vector<ChargedMessages>> tagged =
            m_session.costs().chargesOfTag(m_wanted.tag, m_from, m_until);
        if (!tagged)
            return tagged.error();
        const auto keyOf = [](const ChargedMessages &messages) {
            return std::tuple{messages.campaign, messages.quarter, messages.region, messages.category,
                              messages.type};
        };
        std::map<decltype(keyOf({})), const PricedCharge *> everybody;
        for (const PricedCharge &charge : m_priced)
            everybody.emplace(keyOf(charge.messages), &charge);
        std::vector<PricedCharge> priced;
        for (ChargedMessages &messages : *tagged) {
            const auto found = everybody.find(keyOf(messages));
            if (found == everybody.end()) // delivered since
                continue;
            const PricedCharge &whole = *found->second;
            std::optional<Money> amount = whole.amount;
            if (amount)
                amount = Money{amount->millionths * messages.messages / whole.messages.messages};
            priced.push_back({std::move(messages), whole.currency, amount});
        }
        return priced;
    }

    Session &m_session;
    const ChargesWanted &m_wanted;
    const CancelToken &m_cancel;
    qint64 m_from;
    qint64 m_until;
    std::map<CampaignId, Key> m_keys;
    std::map<AccountId, std::set<QString>> m_currencies; ///< of businesses
    std::vector<PricedCharge> m_priced;
};

Result<RateCardFile> CostDesk::readRates(const RatesRequest &request)
{
    const Result<std::unique_ptr<TableReader>> reader = openTableFile(request.path);
    if (!reader)
        return reader.error();
    Result<RateCardFile> file = readRateCard(**reader, request.currency);
    if (!file)
        return file.error();
    if (file->rates.empty())
        return Error{ErrorKind::BadInput,
                     file->refused.empty() ? tr("There is no price in this file.")
                                           : tr("No row of this file can be used. Row %1: %2")
                                                 .arg(QString::number(file->refused.front().row),
                                                      file->refused.front().message),
                     u"no_usable_row"_s,
                     {}};
    if (request.effective)
        file->effective = request.effective;
    return file;
}

Result<RatesImport> CostDesk::examineRates(const RatesRequest &request)
{
    const Result<RateCardFile> file = readRates(request);
    if (!file)
        return file.error();
    return importOf(*file);
}

Result<RatesImport> CostDesk::importRates(const RatesRequest &request)
{
    Result<RateCardFile> file = readRates(request);
    if (!file)
        return file.error();
    if (file->currency.isEmpty())
        return Error{ErrorKind::BadInput,
                     tr("The file does not say in which currency the prices are. Say it: --currency USD"),
                     u"no_currency"_s,
                     {}};
    if (!file->effective)
        return Error{
            ErrorKind::BadInput,
            tr("The file does not say from which day on the prices hold. Say it: --effective 2026-10-01"),
            u"no_day"_s,
            {}};
    RatesImport import = importOf(*file);
    if (request.isTrial)
        return import;
    RateCard card{file->currency, *file->effective, std::move(file->rates)};
    card.fileName = QFileInfo{request.path}.fileName();
    if (const Result<> stored = m_session.rateCards().put(card, m_session.clock().now()); !stored)
        return stored.error();
    return import;
}

Result<std::optional<QString>> CostDesk::currencyOf(AccountId account)
{
    return m_session.rateCards().currencyOf(account);
}

Result<Budget> CostDesk::budgetFromText(const QString &text, const Campaign &campaign)
{
    const MoneyReading reading = readMoney(text, LonePoint::IsAmbiguous);
    if (!reading.amount)
        return Error{ErrorKind::BadInput, problemText(reading.problem), u"bad_amount"_s, {}};
    const Result<QString> usual = currencyFor(campaign);
    if (!usual)
        return usual.error();
    const QString currency = reading.currency.isEmpty() ? *usual : reading.currency;
    const Result<RateBook> book = m_session.rateCards().book(currency);
    if (!book)
        return book.error();
    if (book->isEmpty())
        return Error{ErrorKind::Refused,
                     tr("A budget needs Meta's rate card in its currency. Import it first: fanfare-cli rates "
                        "import FILE"),
                     u"no_rate_card"_s,
                     {}};
    return Budget{*reading.amount, currency};
}

Result<std::optional<CostEstimate>> CostDesk::estimate(const Campaign &campaign, const QString &category,
                                                       UtcTime start)
{
    const std::optional<PriceCategory> known = priceCategoryFromWord(category);
    const Result<QString> currency = currencyFor(campaign);
    if (!currency)
        return currency.error();
    if (!known || currency->isEmpty())
        return std::optional<CostEstimate>{};
    const Result<RateBook> book = m_session.rateCards().book(*currency);
    if (!book)
        return book.error();
    Result<std::vector<PeopleOfRegion>> people = m_session.costs().peopleToPay(campaign.id);
    if (!people)
        return people.error();
    const QDate day = dayOf(start);
    MonthVolume before;
    if (hasVolumeTiers(*known)) {
        const Result<std::vector<ChargedMessages>> charged = chargesOfMonth(campaign.accountId, day, day);
        if (!charged)
            return charged.error();
        before = volumeOfMonth(*book, *charged, day, m_session.timeZone());
    }
    return estimateCost(*book, {*known, day, homeRegionOf(campaign), *std::move(people)}, before);
}

Result<> CostDesk::keepEstimate(const Campaign &campaign, const QString &category, UtcTime start)
{
    const Result<std::optional<CostEstimate>> made = estimate(campaign, category, start);
    if (!made)
        return made.error();
    if (!*made)
        return Done{};
    int people = 0;
    for (const CostLine &line : (*made)->lines)
        people += line.people;
    return m_session.costs().keepEstimate(campaign.id,
                                          {(*made)->currency, (*made)->total, (*made)->category, people,
                                           (*made)->withoutPrice, (*made)->cardDate, homeRegionOf(campaign),
                                           m_session.clock().now()});
}

Result<std::map<CampaignId, CampaignCost>> CostDesk::costs(const std::vector<Campaign> &campaigns)
{
    std::map<std::pair<AccountId, QString>, Priced> groups;
    for (const Campaign &campaign : campaigns) {
        const Result<QString> currency = currencyFor(campaign);
        if (!currency)
            return currency.error();
        if (currency->isEmpty())
            continue;
        Priced &group = groups[{campaign.accountId, *currency}];
        group.account = campaign.accountId;
        group.currency = *currency;
        group.campaigns.push_back(campaign.id);
    }
    std::map<CampaignId, CampaignCost> costs;
    for (const auto &[key, group] : groups) {
        if (const Result<> added = addCosts(group, costs); !added)
            return added.error();
    }
    return costs;
}

Result<> CostDesk::addCosts(const Priced &priced, std::map<CampaignId, CampaignCost> &costs)
{
    const Result<RateBook> book = m_session.rateCards().book(priced.currency);
    if (!book)
        return book.error();
    const Result<std::vector<ChargedMessages>> own = m_session.costs().charges(priced.campaigns);
    if (!own)
        return own.error();
    for (const CampaignId campaign : priced.campaigns)
        costs[campaign].currency = priced.currency;
    if (own->empty())
        return Done{};
    const auto [first, last] =
        std::minmax_element(own->begin(), own->end(), [](const ChargedMessages &a, const ChargedMessages &b) {
            return a.quarter < b.quarter;
        });
    std::vector<ChargedMessages> all = *own;
    if (priced.account.isValid() && book->hasTiers()) { // they count what others sent in the same months
        const auto day = [](const ChargedMessages &messages) {
            return fromMilliseconds(messages.quarter * kQuarterMilliseconds);
        };
        Result<std::vector<ChargedMessages>> ofBusiness =
            chargesOfMonth(priced.account, dayOf(day(*first)), dayOf(day(*last)));
        if (!ofBusiness)
            return ofBusiness.error();
        all = *std::move(ofBusiness);
    }
    const std::map<CampaignId, CampaignCost> known = costsOf(*book, std::move(all), m_session.timeZone());
    for (const CampaignId campaign : priced.campaigns) {
        if (const auto found = known.find(campaign); found != known.end())
            costs[campaign] = found->second;
    }
    return Done{};
}

Result<CostFigures> CostDesk::figuresOf(const Campaign &campaign)
{
    CostFigures figures;
    Result<std::map<CampaignId, CampaignCost>> known = costs({campaign});
    if (!known)
        return known.error();
    if (const auto found = known->find(campaign.id); found != known->end())
        figures.cost = found->second;
    const Result<std::optional<KeptEstimate>> estimated = m_session.costs().estimateOf(campaign.id);
    if (!estimated)
        return estimated.error();
    figures.estimate = *estimated;
    if (figures.cost && figures.estimate) {
        const int underWay =
            campaign.counts.of(RecipientStatus::Sent) + campaign.counts.of(RecipientStatus::Unconfirmed);
        // Prices can be held against each other once all is told, and in one currency.
        const bool isComparable = underWay == 0 && figures.estimate->currency == figures.cost->currency;
        figures.difference =
            differenceInWords({isComparable ? figures.estimate->amount : figures.cost->amount, *figures.cost,
                               figures.estimate->category, figures.estimate->people - underWay,
                               campaign.reached.delivered, campaign.counts.remaining()});
        if (underWay > 0)
            figures.difference.push_back(
                tr("Of %Ln message(s) Meta has not told yet whether they arrived.", nullptr, underWay));
    }
    return figures;
}

Result<std::vector<PricedCharge>> CostDesk::charges(const ChargesWanted &wanted, const CancelToken &cancel)
{
    return PeriodPricing{m_session, wanted, cancel}.run();
}

Result<std::optional<MonthCost>> CostDesk::monthOf(AccountId account, QDate day)
{
    const Result<std::optional<QString>> currency = currencyOf(account);
    if (!currency)
        return currency.error();
    if (!*currency)
        return std::optional<MonthCost>{};
    const Result<RateBook> book = m_session.rateCards().book(**currency);
    const Result<std::vector<ChargedMessages>> charged = chargesOfMonth(account, day, day);
    if (!book || !charged)
        return book ? charged.error() : book.error();
    std::vector<CampaignCost> campaigns;
    std::vector<CampaignCost> outside;
    for (const auto &[campaign, cost] : costsOf(*book, *charged, m_session.timeZone()))
        (campaign.isValid() ? campaigns : outside).push_back(cost);
    MonthCost month{monthBegin(day), {}, sumOf(campaigns), sumOf(outside)};
    month.all = sumOf(std::vector{month.campaigns, month.outside});
    for (CampaignCost *cost : {&month.all, &month.campaigns, &month.outside})
        cost->currency = **currency;
    return std::optional{month};
}

QDate CostDesk::dayOf(UtcTime time)
{
    return toDateTime(time).toTimeZone(m_session.timeZone()).date();
}

/// The country of the number that a campaign is sent from; empty where it is not known.
QString CostDesk::homeRegionOf(const Campaign &campaign)
{
    if (!campaign.accountId.isValid())
        return {};
    const Result<Account> account = m_session.accounts().load(campaign.accountId);
    return account ? PhoneParser{}.parse(account->displayPhoneNumber).region : QString{};
}

/// Empty where no card tells.
Result<QString> CostDesk::currencyFor(const Campaign &campaign)
{
    if (campaign.settings.budget)
        return campaign.settings.budget->currency;
    const Result<std::optional<QString>> usual = currencyOf(campaign.accountId);
    if (!usual)
        return usual.error();
    return usual->value_or(QString{});
}

/// What the business was charged for in whole months, from that of `first` to that of `last`.
Result<std::vector<ChargedMessages>> CostDesk::chargesOfMonth(AccountId account, QDate first, QDate last)
{
    const QTimeZone zone = m_session.timeZone();
    return m_session.costs().chargesOfBusiness(account, quarterAt(monthBegin(first), zone),
                                               quarterAt(monthBegin(last).addMonths(1), zone));
}
