/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-part-dialog"

#include "cvn-card-part-dialog.h"

#include "cvn-direction-operations.h"

#include <glib/gi18n-lib.h>

/* What is asked of each kind of part. */
static const struct
{
  const char *kind;
  const char *add;
  const char *edit;
  const char *hint;
  const char *fields[5];
  const char *titles[5];
} questions[] = {
  { "card_section", N_("Add Section"), N_("Edit Heading"), N_("A section of your own, below the standard questions. Its text is written on the card."), { "title_nl", "title_en" }, { N_("Heading (Dutch)"), N_("Heading (English)") } },
  { "card_quote", N_("Add Quote"), N_("Edit Quote"), N_("Who said it is told by a role, not by a name."), { "role_nl", "role_en", "text_nl", "text_en" }, { N_("Role (Dutch)"), N_("Role (English)"), N_("Quote (Dutch)"), N_("Quote (English)") } },
  { "card_role", N_("Add Role"), N_("Edit Role"), N_("Who does what in the project: organisations or offices, not names of people."), { "role_nl", "role_en", "party_nl", "party_en" }, { N_("Role (Dutch)"), N_("Role (English)"), N_("Filled by (Dutch)"), N_("Filled by (English)") } },
};

struct _CvnCardPartDialog
{
  CvnOperationDialog parent_instance;

  CvnCardBook *book;
  CvnRecord   *part;
  guint        question;
};

G_DEFINE_FINAL_TYPE (CvnCardPartDialog, cvn_card_part_dialog, CVN_TYPE_OPERATION_DIALOG)

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnCardPartDialog *self = CVN_CARD_PART_DIALOG (dialog);
  g_autoptr (CvnRecord) part = cvn_record_copy (self->part);
  g_autofree char *now = cvn_card_book_dup_now (self->book);
  CvnOperation    *operation;

  for (guint i = 0; questions[self->question].fields[i] != NULL; i++)
    cvn_record_set_text (part, questions[self->question].fields[i], cvn_operation_dialog_get_text (dialog, questions[self->question].fields[i]));
  operation = cvn_write_part_new (part, now);
  cvn_operation_set_subject (operation, cvn_card_sheet_pick (part, self->question == 0 ? "title" : "role", cvn_interface_language (), NULL));
  return operation;
}

static void
cvn_card_part_dialog_dispose (GObject *object)
{
  g_clear_object (&CVN_CARD_PART_DIALOG (object)->book);
  g_clear_object (&CVN_CARD_PART_DIALOG (object)->part);
  G_OBJECT_CLASS (cvn_card_part_dialog_parent_class)->dispose (object);
}

static void
cvn_card_part_dialog_class_init (CvnCardPartDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_part_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_card_part_dialog_init (CvnCardPartDialog *self)
{
}

static CvnRecord *
make_part (CvnCardBook *book,
           const char  *kind)
{
  CvnRecord *part = cvn_record_new (cvn_kind_find (kind));

  cvn_record_set_text (part, "card", cvn_record_get_id (cvn_card_book_get_sheet (book)->card));
  return part;
}

/** cvn_card_part_dialog_new: (transfer none): asks for a part of the chosen card: @part, or a new one of @kind when it is NULL; not shown yet. */
CvnCardPartDialog *
cvn_card_part_dialog_new (GtkWidget   *from,
                          CvnCardBook *book,
                          const char  *kind,
                          CvnRecord   *part)
{
  CvnCardPartDialog   *self = g_object_new (CVN_TYPE_CARD_PART_DIALOG, NULL);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group;

  self->book = g_object_ref (book);
  self->part = part != NULL ? cvn_record_copy (part) : make_part (book, kind);
  while (self->question < G_N_ELEMENTS (questions) - 1 && !g_str_equal (questions[self->question].kind, kind))
    self->question++;
  cvn_operation_dialog_set_up (dialog, from, cvn_card_book_get_centre (book), _(part != NULL ? questions[self->question].edit : questions[self->question].add),
                               part != NULL ? _("_Save") : _("_Add"), part != NULL ? _("Saved") : _("Added"));
  group = cvn_operation_dialog_add_group (dialog, NULL, _(questions[self->question].hint));
  for (guint i = 0; questions[self->question].fields[i] != NULL; i++)
    cvn_operation_dialog_add_entry (dialog, group, questions[self->question].fields[i], _(questions[self->question].titles[i]),
                                    cvn_record_get_text (self->part, questions[self->question].fields[i]));
  cvn_operation_dialog_refresh (dialog);
  return self;
}
