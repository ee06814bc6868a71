#pragma once

#include "domain/contact.h"
#include "presentation/contactchoices.h"
#include "presentation/wording.h"
#include "widgets/controls/dialogs.h"

#include <optional>
#include <vector>

class Button;
class FormField;
class QComboBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

/// What is known of one person, to be changed; or of somebody new.
class ContactFormDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// Somebody new. Stays open until it is closed, because the number may turn out to be none.
    ContactFormDialog(const std::vector<Attribute> &attributes, QWidget *parent);
    ContactFormDialog(const Contact &contact, const std::vector<Attribute> &attributes,
                      const PhoneFormat &phoneFormat, QWidget *parent);

    ContactForm form() const;
    /// Why somebody new cannot be stored; empty where it is not the number's fault.
    void showPhoneProblem(const QString &sentence);

signals:
    /// It is complete, and every value of its kind.
    void submitted(const ContactForm &form);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Value
    {
        Attribute attribute;
        QLineEdit *field = nullptr;
        FormField *labelled = nullptr;
        QString before; ///< as it is stored
        bool isNew = false; ///< nobody has had it before

        /// What is to be stored; nothing where it is not of its kind. What was not touched stays as it was.
        std::optional<QString> stored() const;
    };

    void build(const Contact &contact);
    QWidget *makeAdding();
    void addValue(const Attribute &attribute, const QString &value, bool isNew);
    void addAttribute();
    void offerAttributes();
    void fitHeight();
    void submit();

    std::vector<Attribute> m_attributes; ///< that there are
    bool m_isNew;
    FormField *m_phoneField = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_tags = nullptr;
    std::vector<Value> m_values;
    QWidget *m_fields = nullptr;
    QScrollArea *m_area = nullptr;
    QVBoxLayout *m_valueColumn = nullptr;
    QComboBox *m_newName = nullptr;
    QComboBox *m_newType = nullptr;
    Button *m_addValue = nullptr;
    Button *m_save = nullptr;
};
