#include "widgets/analyticsscenes.h"

#include "widgets/analytics/analyticspage.h"
#include "widgets/shell/mainwindow.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct SampleCampaign
{
    QString name;
    QString usedTemplate;
    QString language;
    QDate day;
    int people;
    double read; ///< of those who got it
};

const std::vector<SampleCampaign> &sampleCampaigns()
{
    static const std::vector<SampleCampaign> campaigns{
        {u"Rajasthan in winter"_s,                                          u"rajasthan_winter"_s,  u"hi"_s, {2026, 9, 2},   2400, 0.79},
        {u"दिवाली की आख़िरी सीटें"_s, u"diwali_last_seats"_s, u"en"_s, {2026, 9, 15},  3300, 0.78},
        {u"Navidad en Cusco"_s,                                             u"navidad_cusco"_s,     u"es"_s, {2026, 9, 29},  1210, 0.63},
        {u"Kerala, follow up"_s,                                            u"kerala_followup"_s,   u"en"_s, {2026, 10, 6},  1850, 0.52},
        {u"عروض رأس السنة في دبي"_s,                       u"dubai_newyear"_s,     u"ar"_s, {2026, 10, 14}, 2600, 0.66},
        {u"Visa documents"_s,                                               u"visa_documents"_s,    u"en"_s, {2026, 10, 20}, 490,  0.94},
        {u"New Year in Goa, early bird 🌴"_s,                             u"diwali_last_seats"_s, u"en"_s, {2026, 10, 27}, 6150, 0.80},
        {u"How was your trip?"_s,                                           u"trip_feedback_b"_s,   u"en"_s, {2026, 11, 5},  67,   0.58},
        {u"Rajasthan, last places"_s,                                       u"rajasthan_winter"_s,  u"hi"_s, {2026, 11, 11}, 2700, 0.81},
        {u"Puente de diciembre: Lisboa"_s,                                  u"navidad_cusco"_s,     u"es"_s, {2026, 11, 17}, 4380, 0.46},
    };
    return campaigns;
}

/// Evening and midweek are better, as people are.
double charm(int weekday, int hour)
{
    const double evening = 0.10 * std::exp(-std::pow((hour - 18.5) / 2.5, 2));
    const double noon = -0.07 * std::exp(-std::pow((hour - 14.0) / 2.0, 2));
    const double weekend = weekday >= 5 ? -0.08 : 0.02 * (weekday == 2);
    return evening + noon + weekend;
}

/// The same each time, and no two alike.
double wobble(int seed)
{
    return std::fmod(std::abs(std::sin(seed * 12.9898) * 43758.5453), 1.0);
}

StepCounts countsOf(int people, double read, int seed)
{
    StepCounts counts;
    counts.tried = people;
    counts.sent = static_cast<int>(people * 0.985);
    counts.delivered = static_cast<int>(people * (0.94 + 0.02 * wobble(seed)));
    counts.read = static_cast<int>(std::lround(counts.delivered * std::clamp(read, 0.0, 1.0)));
    counts.responded = static_cast<int>(counts.delivered * (0.04 + 0.06 * wobble(seed + 7)));
    counts.optedOut = wobble(seed + 3) > 0.62 && people > 30 ? 1 : 0;
    return counts;
}

/// Some reasons are much commoner than others.
size_t reasonOf(int seed)
{
    constexpr std::array kUpTo{0.54, 0.85, 0.91, 0.95, 0.98, 1.0};
    const double place = wobble(seed + 11);
    return static_cast<size_t>(std::find_if(kUpTo.begin(), kUpTo.end(), [&](double to) { return place < to; })
                               - kUpTo.begin())
        % kUpTo.size();
}

/// What Meta charged for a campaign, in a handful of countries.
void addCharges(AnalyticsFacts &facts, size_t campaign, qint64 quarter, int delivered)
{
    struct Country
    {
        QString region;
        double share;
        qint64 marketing; ///< millionths
    };
    static const std::array countries{
        Country{u"GB"_s, 0.41, 52'900 },
        Country{u"IN"_s, 0.25, 10'700 },
        Country{u"ES"_s, 0.14, 61'500 },
        Country{u"AE"_s, 0.07, 49'900 },
        Country{u"DE"_s, 0.05, 136'500},
        Country{u"FR"_s, 0.02, 143'200},
        Country{u"PE"_s, 0.02, 70'300 },
        Country{u"US"_s, 0.04, 25'000 }
    };
    const QString &name = sampleCampaigns()[campaign].usedTemplate;
    const bool isUtility = name == "visa_documents"_L1 || name == "trip_feedback_b"_L1;
    for (const Country &country : countries) {
        const int messages = static_cast<int>(delivered * country.share);
        if (messages == 0)
            continue;
        facts.charges.push_back({
            {{static_cast<qint64>(campaign) + 1},
             quarter, country.region,
             isUtility ? u"utility"_s : u"marketing"_s,
             u"regular"_s, messages},
            u"USD"_s,
            Money{(isUtility ? country.marketing / 3 : country.marketing) * messages                    }
        });
    }
    facts.charges.push_back({
        {{static_cast<qint64>(campaign) + 1}, quarter, u"GB"_s, u"utility"_s, u"free_customer_service"_s, 2},
        u"USD"_s,
        std::nullopt
    });
}

/// A campaign that is spread over a week and the hours from nine to eight.
void addCampaign(AnalyticsFacts &facts, size_t campaign)
{
    constexpr int kHours = 12;
    const SampleCampaign &sample = sampleCampaigns()[campaign];
    facts.campaigns.push_back({
        {static_cast<qint64>(campaign) + 1                                                                                 },
        sample.name,
        { 1       },
        sample.usedTemplate,
        sample.language,
        fromDateTime(QDateTime{                                                                                                   sample.day, {9, 0}, Qt::UTC}
        )
    });
    int seed = static_cast<int>(campaign) * 1000;
    for (int day = 0; day < 7; ++day) {
        const QDate date = sample.day.addDays(day);
        if (date > QDate{2026, 11, 19})
            break;
        const int weekday = date.dayOfWeek() - 1;
        for (int hour = 9; hour < 9 + kHours; ++hour) {
            const bool rests = weekday >= 5 && (hour < 11 || hour > 19 || (weekday == 6 && hour < 14));
            const bool isSmall = sample.people < 100;
            if (isSmall && (hour != 11 || day > 1))
                continue;
            const double share = rests ? 0.05 : 0.8 + 0.4 * wobble(++seed);
            const int people = static_cast<int>(sample.people / (isSmall ? 2.0 : 70.0) * share);
            const size_t place = static_cast<size_t>(seed) % facts.places.size();
            const Quarter quarter =
                QDateTime{
                    date, {hour, 0},
                     QTimeZone{"Europe/London"   }
            }
                    .toSecsSinceEpoch()
                / kQuarterSeconds;
            const double read = sample.read + charm(weekday, hour) + 0.03 * (wobble(seed + 5) - 0.5);
            facts.cells.push_back({campaign, place, quarter, countsOf(people, read, seed)});
            addCharges(facts, campaign, quarter, facts.cells.back().counts.delivered);
            const int failed = people / 23;
            if (failed > 0)
                facts.failures.push_back({campaign, place, quarter, reasonOf(seed), failed});
            facts.written.push_back({quarter, people});
        }
    }
}

std::unique_ptr<QWidget> windowWith(const std::function<void(AnalyticsPage &)> &fill)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    window->addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window->addPlace({u"contacts"_s, u"Contacts"_s, u"contacts"_s, new QWidget});
    window->addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, new QWidget});
    auto *page = new AnalyticsPage;
    window->addPlace({u"analytics"_s, u"Analytics"_s, u"analytics"_s, page});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, new QWidget, true});
    window->showPlace(u"analytics"_s);
    fill(*page);
    return window;
}

/// One small campaign of this week.
AnalyticsAnswer sparseAnalytics()
{
    AnalyticsFacts facts = sampleAnalyticsFacts();
    const size_t feedback = 7;
    std::erase_if(facts.cells, [&](const SentCell &cell) { return cell.campaign != feedback; });
    std::erase_if(facts.failures, [&](const FailureCell &cell) { return cell.campaign != feedback; });
    std::erase_if(facts.charges, [&](const PricedCharge &charge) {
        return charge.messages.campaign.value != static_cast<qint64>(feedback) + 1;
    });
    facts.written.clear();
    for (const SentCell &cell : facts.cells)
        facts.written.push_back({cell.quarter, cell.counts.sent});
    AnalyticsAnswer answer = sampleAnalytics();
    answer.figures = analyse(facts, answer.question);
    return answer;
}

} // namespace

AnalyticsFacts sampleAnalyticsFacts()
{
    AnalyticsFacts facts;
    facts.places = {u"Europe/London"_s};
    facts.reasons = {
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number with the customer."_s},
        {u"131049"_s, u"Held back by Meta for now."_s, u"Do not retry for 24 hours."_s         },
        {u"130497"_s, u"Country not allowed."_s,       {}                                      },
        {u"132015"_s, u"Template paused by Meta."_s,   {}                                      },
        {u"130472"_s, u"Part of a test by Meta."_s,    {}                                      },
        {u"131000"_s, {},                              {}                                      }
    };
    for (size_t campaign = 0; campaign < sampleCampaigns().size(); ++campaign)
        addCampaign(facts, campaign);
    std::sort(facts.written.begin(), facts.written.end(),
              [](const WrittenPeople &a, const WrittenPeople &b) { return a.quarter < b.quarter; });
    facts.messagingLimit = 10'000;
    return facts;
}

AnalyticsQuestion sampleAnalyticsQuestion()
{
    AnalyticsQuestion question;
    question.days = {
        {2026, 8,  31},
        {2026, 11, 19}
    };
    question.zone = QTimeZone{"Europe/London"};
    question.now = fromDateTime(QDateTime{
        {2026, 11, 19},
        {16,    20    },
        question.zone
    });
    return question;
}

AnalyticsAnswer sampleAnalytics(const AnalyticsRequest &request)
{
    AnalyticsAnswer answer;
    answer.question = sampleAnalyticsQuestion();
    answer.question.days.from = request.from.value_or(answer.question.days.from);
    answer.question.days.to = request.to.value_or(answer.question.days.to);
    answer.question.step = request.step;
    answer.question.filter = request.filter;
    const AnalyticsFacts facts = sampleAnalyticsFacts();
    answer.figures = analyse(facts, answer.question);
    answer.choices.accounts = {
        {{1}, u"Meridian Journeys"_s}
    };
    answer.choices.tags = {u"honeymoon"_s, u"newsletter"_s, u"vip"_s};
    for (const TemplateFigures &each : analyse(facts, sampleAnalyticsQuestion()).templates)
        answer.choices.templates.push_back(each.key);
    return answer;
}

std::map<QString, std::function<std::unique_ptr<QWidget>()>> analyticsScenes()
{
    return {
        {u"analytics"_s,
         [] { return windowWith([](AnalyticsPage &page) { page.showFigures(sampleAnalytics()); }); }},
        {u"analytics-filtered"_s,
         [] {
             return windowWith([](AnalyticsPage &page) {
                 AnalyticsRequest request;
                 request.filter.usedTemplate = TemplateKey{u"rajasthan_winter"_s, u"hi"_s};
                 request.filter.failureCode = u"131049"_s;
                 page.showFigures(sampleAnalytics(request));
             });
         }                                                                                          },
        {u"analytics-sparse"_s,
         [] { return windowWith([](AnalyticsPage &page) { page.showFigures(sparseAnalytics()); }); }},
        {u"analytics-empty"_s,
         [] {
             return windowWith([](AnalyticsPage &page) {
                 AnalyticsAnswer answer;
                 answer.question = sampleAnalyticsQuestion();
                 answer.figures = analyse({}, answer.question);
                 page.showFigures(answer);
             });
         }                                                                                          },
        {u"analytics-failing"_s,
         [] {
             return windowWith([](AnalyticsPage &page) {
                 page.showError({ErrorKind::Storage, u"The database cannot be read."_s, {}, {}});
             });
         }                                                                                          },
    };
}
