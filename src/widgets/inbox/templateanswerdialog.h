#pragma once

#include "domain/messagetemplate.h"
#include "widgets/controls/dialogs.h"

#include <QMap>

#include <vector>

class MessagePreview;
class QComboBox;
class QFormLayout;
class QLineEdit;

/// A template for one person, filled in.
struct TemplateAnswer
{
    QString name;
    QString language;
    Variables variables;
    QString headerMedia; ///< as HeaderMedia::fromText() reads it; empty: none
};

/// Chooses an approved template for one person, fills it in, and shows what the person will see.
class TemplateAnswerDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// Only those that can be sent from here; none: the dialog says so. `name`: of the person.
    TemplateAnswerDialog(const std::vector<MessageTemplate> &templates, const QString &name, QWidget *parent);

    static bool isUsable(const MessageTemplate &messageTemplate);

signals:
    void templateChosen(const TemplateAnswer &answer);

private:
    const MessageTemplate *current() const;
    void showTemplate();
    void addFileField();
    void chooseFile();
    void refresh();
    Variables values() const;
    QString headerMedia() const;

    std::vector<MessageTemplate> m_templates;
    QString m_name;
    QComboBox *m_choice;
    QFormLayout *m_fields;
    MessagePreview *m_preview;
    Button *m_send;
    QMap<QString, QLineEdit *> m_values;
    QLineEdit *m_file = nullptr; ///< of a template that needs one
};
