#pragma once

#include "presentation/audience.h"
#include "widgets/controls/card.h"

#include <QSet>

#include <vector>

class Button;
class KeptColumns;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class TextLabel;

/// How a file is read: which column is what, with an example below each, a default for empty cells, and on
/// demand the encoding, the separator, the header row and the country.
class MappingCard final : public Card
{
    Q_OBJECT

public:
    explicit MappingCard(QWidget *parent = nullptr);

    void setCountries(const QStringList &countries);
    void setVariables(const std::vector<TemplateVariable> &variables);
    void setDefaults(const Variables &defaults);
    void setPreview(const AudiencePreview &preview);
    /// Offers the columns that are nothing else as attributes of the people.
    void keepOtherColumns();
    void setProblem(const QString &defaultProblem);
    void setBusy(bool busy);

    Variables defaults() const;
    /// `choices` with what was chosen here; untouched choices stay guessed.
    AudienceChoices applyTo(AudienceChoices choices) const;
    void focusDefaults();

signals:
    void choicesChanged();
    void defaultsChanged();
    void anotherFileRequested();
    void removeRequested();

private:
    struct Field
    {
        QString key; ///< "phone", "name" or a variable's key
        QComboBox *column = nullptr;
        TextLabel *example = nullptr;
        QLineEdit *fallback = nullptr; ///< nothing for phone and name
    };

    QWidget *makeReadingOptions();
    void addField(const QString &key, const QString &label, bool hasDefault);
    void listColumns(QComboBox *choice, const QString &field, const QString &none);
    void rebuildFields();
    void refreshSentence();
    void refreshExamples();

    std::vector<TemplateVariable> m_variables;
    AudiencePreview m_preview;
    std::vector<Field> m_fields;
    QSet<QString> m_chosenFields; ///< mapped by the person, not guessed
    bool m_choseEncoding = false;
    bool m_choseDelimiter = false;
    bool m_choseHeader = false;
    bool m_choseCountry = false;

    TextLabel *m_title;
    TextLabel *m_sentence;
    Button *m_changeButton;
    Button *m_addButton;
    Button *m_removeButton;
    QWidget *m_fieldsArea;
    QGridLayout *m_grid;
    KeptColumns *m_others = nullptr;
    TextLabel *m_defaultProblem;
    QWidget *m_options;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_country;
    QComboBox *m_timeZone;
    QCheckBox *m_header;
};
