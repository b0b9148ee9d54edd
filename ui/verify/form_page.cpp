#include "ui/verify/form_page.h"

#include "desk/form_answers.h"
#include "desk/words.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/columns.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/verify/asks_card.h"
#include "ui/verify/question_field.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace verdesk::ui {
namespace {

QVBoxLayout* columnOf(QWidget* parent) {
    auto* column = new QVBoxLayout{parent};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::between);
    return column;
}

Card* explanation(QWidget* parent) {
    auto* card = new Card{parent};
    card->setInset(metrics::field);
    card->body()->setSpacing(metrics::tight);
    card->body()->addWidget(new Text{FormPage::tr("For the customer"), type::section, Tone::ink, card});
    card->body()->addWidget(new Text{FormPage::tr("What you fill in here, the customer finds filled in, and can change "
                                                  "where nothing else is said. What you leave open, they answer "
                                                  "themselves."),
                                     type::body, Tone::second, card});
    return card;
}

}  // namespace

FormPage::FormPage(QWidget* parent) : CheckPage{"formPage", parent} {
    auto* back = new SecondaryButton{tr("Back"), "formBack", this};
    back->setKey(Qt::Key_Escape);
    start_ = new PrimaryButton{tr("Start the check"), "formStart", this};
    header()->addAction(back);
    header()->addAction(start_);
    setDefaultButton(start_);
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    problem_->hide();
    body()->addWidget(problem_);

    auto* both = new QWidget{this};
    auto* columns = new Columns{230, 2, false, metrics::card, both};
    holder_ = new QWidget{both};
    columnOf(holder_);
    columns->add(holder_, 2);
    auto* aside = new QWidget{both};
    auto* asideColumn = columnOf(aside);
    asideColumn->addWidget(explanation(aside));
    asks_ = new AsksCard{aside};
    asideColumn->addWidget(asks_);
    asideColumn->addStretch(1);
    columns->add(aside, 1);
    body()->addWidget(both);
    body()->addStretch(1);

    connect(back, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::leaveForm); });
    connect(start_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::start); });
}

void FormPage::setContext(const VerifyContext& context) {
    context_ = context;
}

void FormPage::setCheck(const desk::Check& check) {
    const bool another = shown_ != check.id || forms_ != check.forms;
    shown_ = check.id;
    filledIn_ = check.filledIn;
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    const auto* flow = context_.flow(check.wanted.flow);
    asks_->setAsks(flow != nullptr ? flow->asks : std::vector<std::string>{});
    if (another) {
        forms_ = check.forms;
        build();
    }
    for (auto* field : fields_) {
        const auto found = filledIn_.find(field->key());
        field->setAnswer(found == filledIn_.end() ? std::vector<std::string>{} : found->second);
    }
    arrange();
    showProblem(check);
}

void FormPage::build() {
    wrong_ = nullptr;
    fields_.clear();
    delete cards_;
    cards_ = new QWidget{holder_};
    auto* column = columnOf(cards_);
    for (const auto& form : forms_) {
        auto* card = new Card{cards_};
        card->body()->setSpacing(metrics::field);
        const auto title = inDeskLanguage(form.title);
        const auto description = inDeskLanguage(form.description);
        auto* words = new QVBoxLayout;
        words->setSpacing(metrics::tight);
        if (!title.isEmpty()) {
            words->addWidget(new Text{title, type::section, Tone::ink, card});
        }
        if (!description.isEmpty()) {
            words->addWidget(new Text{description, type::body, Tone::second, card});
        }
        card->body()->addLayout(words);
        card->setAccessibleName(title);
        for (const auto& question : form.questions) {
            auto* field = new QuestionField{question, card};
            connect(field, &QuestionField::changed, this, [this, field] { edited(*field); });
            card->body()->addWidget(field);
            fields_.push_back(field);
        }
        column->addWidget(card);
    }
    holder_->layout()->addWidget(cards_);
    cards_->show();  // now, not with the next event: the first question takes the focus at once
}

// What is shown follows what is filled in, at once.
void FormPage::arrange() {
    const auto shown = desk::shownQuestions(forms_, filledIn_);
    for (auto* field : fields_) {
        const bool isShown = std::any_of(shown.begin(), shown.end(),
                                         [field](const Question* each) { return each->key == field->key(); });
        field->setVisible(isShown);
    }
}

void FormPage::edited(const QuestionField& field) {
    filledIn_[field.key()] = field.answer();
    arrange();
    Q_EMIT answersChanged(filledIn_);
}

void FormPage::showProblem(const desk::Check& check) {
    QString words;
    const auto* before = std::exchange(wrong_, nullptr);
    if (check.problem) {
        words = desk::inWords(*check.problem);
        const auto* question = desk::questionOf(forms_, check.problem->problem.member);
        auto* field = question != nullptr ? fieldOf(question->key) : nullptr;
        wrong_ = field != nullptr && field->isVisibleTo(this) && field->firstControl() != nullptr ? field : nullptr;
    }
    for (auto* field : fields_) {
        field->setError(field == wrong_ ? words : QString{});
    }
    if (wrong_ != nullptr) {
        words.clear();
        if (wrong_ != before) {
            ensureWidgetVisible(wrong_);
            wrong_->firstControl()->setFocus(Qt::OtherFocusReason);
        }
    }
    problem_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        problem_->setWords(words);
    }
}

QuestionField* FormPage::fieldOf(const std::string& key) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&key](const auto* each) { return each->key() == key; });
    return found == fields_.end() ? nullptr : *found;
}

QWidget* FormPage::firstFocus() {
    if (wrong_ != nullptr) {
        return wrong_->firstControl();
    }
    const auto first = std::find_if(fields_.begin(), fields_.end(), [this](const auto* field) {
        return field->isVisibleTo(this) && field->firstControl() != nullptr;
    });
    return first == fields_.end() ? start_ : (*first)->firstControl();
}

}  // namespace verdesk::ui
