#include "presentation/campaigndraft.h"

#include "presentation/wording.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Draft
{
    Q_DECLARE_TR_FUNCTIONS(Draft)
};

constexpr int kLongestName = 200;

QString savedWord(SendWhen when)
{
    switch (when) {
    case SendWhen::Now: return u"now"_s;
    case SendWhen::AtTime: return u"at"_s;
    case SendWhen::Later: return u"later"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const AudienceChoices &choices)
{
    QJsonObject columns;
    for (auto column = choices.columnOf.begin(); column != choices.columnOf.end(); ++column)
        columns.insert(column.key(), column.value());
    QJsonObject fixed;
    for (auto phone = choices.fixedPhones.begin(); phone != choices.fixedPhones.end(); ++phone)
        fixed.insert(QString::number(phone.key()), phone.value());
    QJsonArray leftOut;
    for (const qint64 row : choices.leftOut)
        leftOut.append(row);
    QJsonObject json{
        {u"encoding"_s,     choices.encoding },
        {u"delimiter"_s,    choices.delimiter},
        {u"country"_s,      choices.country  },
        {u"sheet"_s,        choices.sheet    },
        {u"columns"_s,      columns          },
        {u"fixed_phones"_s, fixed            },
        {u"left_out"_s,     leftOut          }
    };
    if (choices.hasHeader)
        json.insert(u"has_header"_s, *choices.hasHeader);
    return json;
}

AudienceChoices choicesFromJson(const QJsonObject &json)
{
    AudienceChoices choices;
    choices.encoding = json.value(u"encoding").toString();
    choices.delimiter = json.value(u"delimiter").toString();
    choices.country = json.value(u"country").toString();
    choices.sheet = json.value(u"sheet").toString();
    if (json.value(u"has_header").isBool())
        choices.hasHeader = json.value(u"has_header").toBool();
    const QJsonObject columns = json.value(u"columns").toObject();
    for (auto column = columns.begin(); column != columns.end(); ++column)
        choices.columnOf.insert(column.key(), column.value().toInt(-1));
    const QJsonObject fixed = json.value(u"fixed_phones").toObject();
    for (auto phone = fixed.begin(); phone != fixed.end(); ++phone)
        choices.fixedPhones.insert(phone.key().toLongLong(), phone.value().toString());
    const QJsonArray leftOut = json.value(u"left_out").toArray();
    for (const QJsonValue &row : leftOut)
        choices.leftOut.append(row.toInteger());
    return choices;
}

QJsonObject toJson(const AbVariant &variant)
{
    QJsonObject values;
    for (auto value = variant.fixedValues.begin(); value != variant.fixedValues.end(); ++value)
        values.insert(value.key(), value.value());
    QJsonObject json{
        {u"template"_s, variant.templateName     },
        {u"language"_s, variant.language         },
        {u"header"_s,   variant.headerMedia.value},
        {u"values"_s,   values                   },
    };
    if (variant.startAt)
        json.insert(u"at"_s, toIsoText(*variant.startAt));
    return json;
}

AbVariant variantFromJson(const QJsonObject &json)
{
    AbVariant variant;
    variant.templateName = json.value(u"template").toString();
    variant.language = json.value(u"language").toString();
    variant.headerMedia = HeaderMedia::fromText(json.value(u"header").toString());
    const QJsonObject values = json.value(u"values").toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        variant.fixedValues.insert(value.key(), value.value().toString());
    const QDateTime at = QDateTime::fromString(json.value(u"at").toString(), Qt::ISODateWithMs);
    if (at.isValid())
        variant.startAt = fromDateTime(at);
    return variant;
}

QJsonObject toJson(const AbTestTerms &terms)
{
    QJsonArray variants;
    for (const AbVariant &variant : terms.variants)
        variants.append(toJson(variant));
    QJsonObject json{
        {u"seed"_s,         qint64{terms.seed}   },
        {u"measure"_s,      toWord(terms.measure)},
        {u"rest_percent"_s, terms.restPercent    },
        {u"variants"_s,     variants             },
    };
    if (terms.decideAfter)
        json.insert(u"decide_after"_s, qint64{terms.decideAfter->count()});
    return json;
}

AbTestTerms termsFromJson(const QJsonObject &json)
{
    AbTestTerms terms;
    terms.seed = static_cast<quint32>(json.value(u"seed").toInteger());
    terms.measure = abMeasureFromWord(json.value(u"measure").toString()).value_or(AbMeasure::Read);
    terms.restPercent = json.value(u"rest_percent").toInt();
    if (json.contains(u"decide_after"))
        terms.decideAfter = std::chrono::milliseconds{json.value(u"decide_after").toInteger()};
    const QJsonArray variants = json.value(u"variants").toArray();
    for (const QJsonValue &variant : variants)
        terms.variants.push_back(variantFromJson(variant.toObject()));
    return terms;
}

std::vector<DraftProblem> detailsProblems(const CampaignDraft &draft, const DraftFacts &facts)
{
    std::vector<DraftProblem> problems;
    if (draft.name.trimmed().isEmpty())
        problems.push_back({DraftField::Name, Draft::tr("Give the campaign a name")});
    else if (draft.name.size() > kLongestName)
        problems.push_back({DraftField::Name, Draft::tr("Use a shorter name")});
    if (draft.templateName.isEmpty()) {
        problems.push_back({DraftField::Template, Draft::tr("Choose a template")});
        return problems;
    }
    if (!facts.messageTemplate) {
        problems.push_back(
            {DraftField::Template, Draft::tr("This template is no longer there. Choose another one")});
        return problems;
    }
    if (!facts.messageTemplate->isSendable()) {
        const QString why = facts.messageTemplate->unsupportedParts.isEmpty()
            ? Draft::tr("This template cannot be sent: Meta says “%1”")
                  .arg(templateStatusText(facts.messageTemplate->status))
            : Draft::tr("This template has parts that Fanfare cannot fill in yet");
        problems.push_back({DraftField::Template, why});
    }
    if (facts.messageTemplate->needsHeaderMedia()) {
        const HeaderMedia &media = draft.settings.headerMedia;
        if (media.kind == HeaderMedia::Kind::None)
            problems.push_back(
                {DraftField::HeaderMedia, Draft::tr("This template needs a file for its header")});
        else if (media.kind == HeaderMedia::Kind::File && !QFileInfo{media.value}.isReadable())
            problems.push_back(
                {DraftField::HeaderMedia, Draft::tr("This file cannot be read. Choose it again")});
    }
    if (const QString wrong = draft.test ? draft.test->problem() : QString{}; !wrong.isEmpty())
        problems.push_back({DraftField::Versions, wrong});
    return problems;
}

std::vector<DraftProblem> recipientsProblems(const CampaignDraft &draft, const DraftFacts &facts)
{
    std::vector<DraftProblem> problems;
    if (facts.people == 0)
        problems.push_back({DraftField::People, Draft::tr("Add at least one person")});
    for (auto value = draft.settings.defaults.begin(); value != draft.settings.defaults.end(); ++value) {
        const QString wrong = value->isEmpty() ? QString{} : problemWithValue(*value);
        if (!wrong.isEmpty())
            problems.push_back({DraftField::Defaults, wrong});
    }
    return problems;
}

std::vector<DraftProblem> settingsProblems(const CampaignDraft &draft, const DraftFacts &facts)
{
    std::vector<DraftProblem> problems;
    if (draft.when == SendWhen::AtTime && !draft.scheduledFor)
        problems.push_back({DraftField::Moment, Draft::tr("Choose a day and a time")});
    else if (draft.when == SendWhen::AtTime && *draft.scheduledFor <= facts.now)
        problems.push_back({DraftField::Moment, Draft::tr("This time is over. Choose a later one")});
    const SendingWindow &window = draft.settings.window;
    if (window.fromMinute == window.toMinute)
        problems.push_back({DraftField::Hours, Draft::tr("The hours begin and end at the same time")});
    if (window.days == 0)
        problems.push_back({DraftField::Days, Draft::tr("Choose at least one day")});
    return problems;
}

} // namespace

CampaignDraft CampaignDraft::of(const Campaign &campaign)
{
    CampaignDraft draft;
    draft.id = campaign.id;
    draft.accountId = campaign.accountId;
    draft.name = campaign.name;
    draft.description = campaign.description;
    draft.templateName = campaign.templateName;
    draft.language = campaign.language;
    draft.settings = campaign.settings;
    draft.scheduledFor = campaign.scheduledFor;
    if (campaign.scheduledFor)
        draft.when = SendWhen::AtTime;
    return draft;
}

void CampaignDraft::applyTo(Campaign &campaign) const
{
    campaign.accountId = accountId;
    campaign.name = name.trimmed();
    campaign.description = description;
    campaign.templateName = templateName;
    campaign.language = language;
    campaign.settings = settings;
}

QByteArray CampaignDraft::wizardState() const
{
    QJsonObject json{
        {u"step"_s, static_cast<int>(step)},
        {u"when"_s, savedWord(when)       }
    };
    if (scheduledFor)
        json.insert(u"scheduled_for"_s, toIsoText(*scheduledFor));
    if (!source.isEmpty()) {
        json.insert(source.kind == AudienceSource::Kind::File ? u"file"_s : u"pasted"_s,
                    source.kind == AudienceSource::Kind::File ? source.path : source.text);
        json.insert(u"choices"_s, toJson(choices));
    }
    if (test && !test->problem().isEmpty())
        json.insert(u"test"_s, toJson(*test));
    return QJsonDocument{json}.toJson(QJsonDocument::Compact);
}

void CampaignDraft::restoreWizardState(const QByteArray &state)
{
    const QJsonDocument document = QJsonDocument::fromJson(state);
    if (!document.isObject())
        return;
    const QJsonObject json = document.object();
    const int savedStep = json.value(u"step").toInt();
    if (savedStep >= 0 && savedStep < static_cast<int>(kWizardSteps.size()))
        step = kWizardSteps[static_cast<size_t>(savedStep)];
    for (const SendWhen candidate : {SendWhen::Now, SendWhen::AtTime, SendWhen::Later}) {
        if (savedWord(candidate) == json.value(u"when").toString())
            when = candidate;
    }
    const QDateTime moment =
        QDateTime::fromString(json.value(u"scheduled_for").toString(), Qt::ISODateWithMs);
    if (moment.isValid())
        scheduledFor = fromDateTime(moment);
    if (json.contains(u"file"))
        source = AudienceSource::file(json.value(u"file").toString());
    else if (json.contains(u"pasted"))
        source = AudienceSource::pasted(json.value(u"pasted").toString());
    choices = choicesFromJson(json.value(u"choices").toObject());
    if (json.contains(u"test"))
        test = termsFromJson(json.value(u"test").toObject());
}

std::vector<DraftProblem> CampaignDraft::problems(WizardStep forStep, const DraftFacts &facts) const
{
    switch (forStep) {
    case WizardStep::Details: return detailsProblems(*this, facts);
    case WizardStep::Recipients: return recipientsProblems(*this, facts);
    case WizardStep::Settings: return settingsProblems(*this, facts);
    case WizardStep::Review: return {};
    }
    Q_UNREACHABLE();
}

bool CampaignDraft::isReachable(WizardStep target, const DraftFacts &facts) const
{
    return std::all_of(kWizardSteps.begin(), kWizardSteps.end(),
                       [&](WizardStep earlier) { return earlier >= target || isComplete(earlier, facts); });
}

bool CampaignDraft::isBlank() const
{
    return name.trimmed().isEmpty() && description.trimmed().isEmpty() && templateName.isEmpty()
        && source.isEmpty();
}

QString wordFor(WizardStep step)
{
    switch (step) {
    case WizardStep::Details: return Draft::tr("Details");
    case WizardStep::Recipients: return Draft::tr("Recipients");
    case WizardStep::Settings: return Draft::tr("Settings");
    case WizardStep::Review: return Draft::tr("Review");
    }
    Q_UNREACHABLE();
}
