#include "widgets/wizard/mappingcard.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/wizard/keptcolumns.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldsARow = 5;

/// A small icon before a title, in the colour of its words.
class FileIcon final : public QWidget
{
public:
    FileIcon() { setFixedSize(16, 16); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, rect(), u"file"_s, Theme::of(this).text2);
    }
};

QString delimiterText(const QString &delimiter)
{
    if (delimiter == "\t"_L1)
        return MappingCard::tr("Tab");
    if (delimiter == ";"_L1)
        return MappingCard::tr("Semicolon ;");
    if (delimiter == ","_L1)
        return MappingCard::tr("Comma ,");
    if (delimiter == "|"_L1)
        return MappingCard::tr("Bar |");
    return delimiter;
}

void choose(QComboBox *combo, const QString &data, const QString &text)
{
    const QSignalBlocker quiet{combo};
    int place = combo->findData(data, Qt::UserRole, Qt::MatchFixedString);
    if (place < 0 && !data.isEmpty()) {
        combo->addItem(text, data);
        place = combo->count() - 1;
    }
    combo->setCurrentIndex(std::max(0, place));
}

} // namespace

MappingCard::MappingCard(QWidget *parent)
    : Card{16, parent}
{
    column()->setContentsMargins(16, 14, 16, 14);
    m_title = new TextLabel{{}, TypeRole::BodyBold};
    m_title->setElided(true);
    m_sentence = new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2};
    m_sentence->setElided(true);
    m_changeButton = new Button{tr("Change"), ButtonKind::Link};
    m_changeButton->setObjectName(u"changeReading"_s);
    m_addButton = new Button{tr("Another file"), ButtonKind::Outlined, u"import"_s};
    m_addButton->setSmall(true);
    m_removeButton = new Button{tr("Remove file"), ButtonKind::Quiet, u"delete"_s};
    m_removeButton->setSmall(true);
    m_removeButton->setObjectName(u"removeFile"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new FileIcon);
    head->addWidget(m_title, 0);
    head->addWidget(m_sentence, 0);
    head->addWidget(m_changeButton);
    head->addStretch(1);
    head->addWidget(m_addButton);
    head->addWidget(m_removeButton);
    column()->addLayout(head);
    column()->addSpacing(12);

    m_options = makeReadingOptions();
    column()->addWidget(m_options);
    m_fieldsArea = new QWidget;
    m_grid = new QGridLayout{m_fieldsArea};
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(12);
    column()->addWidget(m_fieldsArea);
    m_defaultProblem = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Red};
    m_defaultProblem->hide();
    column()->addWidget(m_defaultProblem);

    connect(m_changeButton, &Button::clicked, this, [this] {
        m_options->setVisible(!m_options->isVisibleTo(this));
        if (m_options->isVisibleTo(this))
            m_encoding->setFocus(Qt::TabFocusReason);
    });
    connect(m_addButton, &Button::clicked, this, &MappingCard::anotherFileRequested);
    connect(m_removeButton, &Button::clicked, this, &MappingCard::removeRequested);
    rebuildFields();
}

void MappingCard::setCountries(const QStringList &countries)
{
    const QSignalBlocker quiet{m_country};
    const QString chosen = m_country->currentData().toString();
    m_country->clear();
    m_country->addItem(tr("No country: numbers need +"), QString{});
    for (const auto &[code, name] : countriesByName(countries))
        m_country->addItem(name, code);
    choose(m_country, chosen, countryText(chosen));
}

void MappingCard::setVariables(const std::vector<TemplateVariable> &variables)
{
    if (variables == m_variables)
        return;
    m_variables = variables;
    rebuildFields();
}

void MappingCard::setDefaults(const Variables &defaults)
{
    for (const Field &field : m_fields) {
        if (field.fallback && field.fallback->text() != defaults.value(field.key)) {
            const QSignalBlocker quiet{field.fallback};
            field.fallback->setText(defaults.value(field.key));
        }
    }
    refreshExamples();
}

void MappingCard::setPreview(const AudiencePreview &preview)
{
    const bool isOther = !(preview.source == m_preview.source);
    m_preview = preview;
    if (isOther) {
        m_chosenFields.clear();
        m_choseEncoding = m_choseDelimiter = m_choseHeader = m_choseCountry = false;
    }
    m_title->setText(preview.source.title());
    m_title->setToolTip(preview.source.path);
    choose(m_encoding, preview.encoding, preview.encoding);
    choose(m_delimiter, preview.delimiter, delimiterText(preview.delimiter));
    choose(m_country, preview.country, countryText(preview.country));
    const QSignalBlocker quietHeader{m_header};
    m_header->setChecked(preview.hasHeader);
    for (const Field &field : m_fields)
        listColumns(field.column, field.key, columnLabel(preview.columns, -1));
    listColumns(m_timeZone, QString::fromLatin1(kTimeZoneField), tr("That of the number's country"));
    if (m_others)
        m_others->setPreview(preview);
    refreshSentence();
    refreshExamples();
}

/// `none` is what the field is without a column.
void MappingCard::listColumns(QComboBox *choice, const QString &field, const QString &none)
{
    const QSignalBlocker quiet{choice};
    choice->clear();
    for (int place = 0; place < static_cast<int>(m_preview.columns.size()); ++place)
        choice->addItem(columnLabel(m_preview.columns, place), place);
    choice->addItem(none, -1);
    choice->setCurrentIndex(std::max(0, choice->findData(m_preview.columnOf.value(field, -1))));
}

void MappingCard::keepOtherColumns()
{
    m_others = new KeptColumns;
    column()->addWidget(m_others);
    connect(m_others, &KeptColumns::changed, this, &MappingCard::choicesChanged);
}

void MappingCard::setProblem(const QString &defaultProblem)
{
    m_defaultProblem->setText(defaultProblem);
    m_defaultProblem->setVisible(!defaultProblem.isEmpty());
}

void MappingCard::setBusy(bool busy)
{
    m_addButton->setEnabled(!busy);
    m_removeButton->setEnabled(!busy);
}

Variables MappingCard::defaults() const
{
    Variables values;
    for (const Field &field : m_fields) {
        if (field.fallback && !field.fallback->text().isEmpty())
            values.insert(field.key, field.fallback->text());
    }
    return values;
}

AudienceChoices MappingCard::applyTo(AudienceChoices choices) const
{
    if (m_choseEncoding)
        choices.encoding = m_encoding->currentData().toString();
    if (m_choseDelimiter)
        choices.delimiter = m_delimiter->currentData().toString();
    if (m_choseHeader)
        choices.hasHeader = m_header->isChecked();
    if (m_choseCountry)
        choices.country = m_country->currentData().toString();
    for (const Field &field : m_fields) {
        if (m_chosenFields.contains(field.key))
            choices.columnOf.insert(field.key, field.column->currentData().toInt());
    }
    if (const QString zone = QString::fromLatin1(kTimeZoneField); m_chosenFields.contains(zone))
        choices.columnOf.insert(zone, m_timeZone->currentData().toInt());
    return m_others ? m_others->applyTo(std::move(choices)) : choices;
}

void MappingCard::focusDefaults()
{
    for (const Field &field : m_fields) {
        if (field.fallback) {
            field.fallback->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QWidget *MappingCard::makeReadingOptions()
{
    auto *options = new QWidget;
    auto *column = new QVBoxLayout{options};
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(12);
    auto *reading = new QHBoxLayout;
    reading->setSpacing(12);
    column->addLayout(reading);
    auto *meaning = new QHBoxLayout;
    meaning->setSpacing(12);
    column->addLayout(meaning);

    m_encoding = new QComboBox;
    m_encoding->setObjectName(u"encodingCombo"_s);
    for (const QString &encoding : {u"UTF-8"_s, u"UTF-16"_s, u"windows-1252"_s, u"ISO-8859-15"_s})
        m_encoding->addItem(encoding, encoding);
    m_delimiter = new QComboBox;
    m_delimiter->setObjectName(u"delimiterCombo"_s);
    for (const QString &delimiter : {u","_s, u";"_s, u"\t"_s, u"|"_s})
        m_delimiter->addItem(delimiterText(delimiter), delimiter);
    m_country = new QComboBox;
    m_country->setObjectName(u"countryCombo"_s);
    m_country->setEditable(true);
    m_country->setInsertPolicy(QComboBox::NoInsert);
    m_country->completer()->setFilterMode(Qt::MatchContains);
    m_country->completer()->setCompletionMode(QCompleter::PopupCompletion);
    setCountries({});
    m_header = new QCheckBox{tr("First row holds the names of the columns")};
    m_header->setObjectName(u"headerCheck"_s);
    m_timeZone = new QComboBox;
    m_timeZone->setObjectName(u"timeZoneColumn"_s);
    m_timeZone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_timeZone->setMinimumContentsLength(8);
    reading->addWidget(new FormField{tr("Encoding"), m_encoding}, 2);
    reading->addWidget(new FormField{tr("Columns are separated by"), m_delimiter}, 2);
    reading->addWidget(m_header, 3, Qt::AlignBottom);
    meaning->addWidget(new FormField{tr("Numbers without a country are from"), m_country}, 1);
    meaning->addWidget(new FormField{tr("Each person's time zone"), m_timeZone}, 1);
    options->hide();

    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_choseEncoding = true;
        emit choicesChanged();
    });
    connect(m_delimiter, &QComboBox::activated, this, [this] {
        m_choseDelimiter = true;
        emit choicesChanged();
    });
    connect(m_country, &QComboBox::activated, this, [this] {
        m_choseCountry = true;
        emit choicesChanged();
    });
    connect(m_timeZone, &QComboBox::activated, this, [this] {
        m_chosenFields.insert(QString::fromLatin1(kTimeZoneField));
        emit choicesChanged();
    });
    connect(m_header, &QCheckBox::clicked, this, [this] {
        m_choseHeader = true;
        emit choicesChanged();
    });
    return options;
}

void MappingCard::addField(const QString &key, const QString &label, bool hasDefault)
{
    Field field;
    field.key = key;
    field.column = new QComboBox;
    field.column->setObjectName(u"column_"_s + key);
    field.column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field.column->setMinimumContentsLength(8);
    field.column->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    field.example = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3};
    field.example->setElided(true);
    auto *cell = new QWidget;
    auto *cellColumn = new QVBoxLayout{cell};
    cellColumn->setContentsMargins(0, 0, 0, 0);
    cellColumn->setSpacing(4);
    auto *named = new FormField{label, field.column};
    cellColumn->addWidget(named);
    cellColumn->addWidget(field.example);
    if (hasDefault) {
        field.fallback = new QLineEdit;
        field.fallback->setObjectName(u"default_"_s + key);
        field.fallback->setProperty("small", true);
        field.fallback->setPlaceholderText(tr("Default if empty"));
        field.fallback->setAccessibleName(tr("Default for %1 where a cell is empty").arg(label));
        cellColumn->addWidget(field.fallback);
        connect(field.fallback, &QLineEdit::textEdited, this, [this] {
            refreshExamples();
            emit defaultsChanged();
        });
    }
    cellColumn->addStretch();
    connect(field.column, &QComboBox::activated, this, [this, key] {
        m_chosenFields.insert(key);
        refreshExamples();
        emit choicesChanged();
    });
    const int place = static_cast<int>(m_fields.size());
    m_grid->addWidget(cell, place / kFieldsARow, place % kFieldsARow);
    m_grid->setColumnStretch(place % kFieldsARow, 1);
    m_fields.push_back(field);
}

void MappingCard::rebuildFields()
{
    const Variables before = defaults();
    m_fields.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    addField(QString::fromLatin1(kPhoneField), tr("Phone"), false);
    addField(QString::fromLatin1(kNameField), tr("Name"), false);
    for (const TemplateVariable &variable : m_variables)
        addField(variable.key, variableLabel(variable), true);
    setDefaults(before);
    if (!m_preview.source.isEmpty())
        setPreview(AudiencePreview{m_preview});
}

void MappingCard::refreshSentence()
{
    QStringList parts;
    if (!m_preview.sheet.isEmpty())
        parts << tr("sheet “%1”").arg(m_preview.sheet);
    parts << tr("%Ln rows", nullptr, static_cast<int>(m_preview.counts.rows));
    if (!m_preview.encoding.isEmpty())
        parts << m_preview.encoding;
    parts << (m_preview.country.isEmpty()
                  ? tr("numbers need + and a country")
                  : tr("numbers without a country are read as %1").arg(countryText(m_preview.country)));
    if (!m_preview.program.isEmpty())
        parts.prepend(tr("export of %1").arg(m_preview.program));
    if (m_preview.recallsColumns)
        parts.prepend(tr("columns as you chose them last time"));
    m_sentence->setText(parts.join(tr(" · ", "between parts of a line")));
    m_sentence->setToolTip(m_sentence->text());
}

void MappingCard::refreshExamples()
{
    for (const Field &field : m_fields) {
        const int place = field.column->currentIndex() < 0 ? -1 : field.column->currentData().toInt();
        const bool isMapped = place >= 0 && place < static_cast<int>(m_preview.columns.size());
        const qint64 empty = m_preview.counts.emptyValues.value(field.key);
        const bool hasDefault = field.fallback && !field.fallback->text().isEmpty();
        TextLabel::Ink ink = TextLabel::Ink::Text3;
        QString words;
        if (field.key == QString::fromLatin1(kPhoneField) && !isMapped) {
            words = tr("Choose the column with the numbers");
            ink = TextLabel::Ink::Red;
        } else if (empty > 0 && hasDefault) {
            words = tr("%Ln empty cells use the default", nullptr, static_cast<int>(empty));
        } else if (empty > 0) {
            words = tr("%Ln empty cells: set a default", nullptr, static_cast<int>(empty));
            ink = TextLabel::Ink::Amber;
        } else if (isMapped) {
            words = m_preview.columns[static_cast<size_t>(place)].example.simplified();
        }
        field.example->setText(words.isEmpty() ? u" "_s : words);
        field.example->setInk(ink);
        field.example->setToolTip(words);
    }
}
