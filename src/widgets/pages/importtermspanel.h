#pragma once

#include "presentation/contactimportterms.h"
#include "widgets/controls/card.h"

class ConsentFields;
class FormField;
class QComboBox;
class QLineEdit;

/// What a person says about everybody in a file: tags, consent, and what becomes of those who are known.
class ImportTermsPanel final : public Card
{
    Q_OBJECT

public:
    explicit ImportTermsPanel(const QDate &today, QWidget *parent = nullptr);

    void clear(const QDate &today);
    void setKnownTags(const QStringList &tags);
    ContactImportTerms terms() const;
    /// Says beside the field what is missing, and leads there.
    bool check();

private:
    void refresh();

    QLineEdit *m_tags;
    FormField *m_tagsField;
    QComboBox *m_consent;
    ConsentFields *m_consentFields;
    QComboBox *m_known;
    FormField *m_knownField;
};
