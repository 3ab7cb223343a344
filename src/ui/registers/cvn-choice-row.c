/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-choice-row"

#include "cvn-choice-row.h"

#include "cvn-code-name.h"
#include "cvn-field-row.h"
#include "cvn-record.h"
#include "cvn-searched-list.h"

#include <glib/gi18n-lib.h>

struct _CvnChoiceRow
{
  AdwActionRow parent_instance;

  CvnDraft    *draft;
  guint        field;
  GtkDropDown *drop_down;
  GStrv        codes; /* behind the words, from the second one on */
  gboolean     setting;
};

G_DEFINE_FINAL_TYPE (CvnChoiceRow, cvn_choice_row, ADW_TYPE_ACTION_ROW)

/* The first entry stands for nothing. */
static guint
find_position (CvnChoiceRow *self)
{
  const char *code = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field)->text;

  for (guint i = 0; code != NULL && self->codes[i] != NULL; i++)
    if (g_str_equal (self->codes[i], code))
      return i + 1;
  return 0;
}

static void
show_value (CvnChoiceRow *self)
{
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, find_position (self));
  self->setting = FALSE;
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
}

static void
field_changed_cb (CvnChoiceRow *self,
                  guint         field)
{
  if (field == self->field)
    show_value (self);
}

static void
selected_cb (CvnChoiceRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  if (self->setting || selected == GTK_INVALID_LIST_POSITION || selected == find_position (self))
    return;
  if (selected > 0)
    cvn_value_set_text (&value, self->codes[selected - 1]);
  cvn_draft_set_value (self->draft, self->field, &value);
  cvn_draft_save (self->draft);
}

static void
cvn_choice_row_dispose (GObject *object)
{
  g_clear_object (&CVN_CHOICE_ROW (object)->draft);
  G_OBJECT_CLASS (cvn_choice_row_parent_class)->dispose (object);
}

static void
cvn_choice_row_finalize (GObject *object)
{
  g_strfreev (CVN_CHOICE_ROW (object)->codes);
  G_OBJECT_CLASS (cvn_choice_row_parent_class)->finalize (object);
}

static void
cvn_choice_row_class_init (CvnChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_choice_row_finalize;
}

static void
cvn_choice_row_init (CvnChoiceRow *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
}

/* A code that nobody has named can still stand in the record. */
static void
add_named (CvnChoiceRow  *self,
           CvnCentre     *centre,
           GStrvBuilder  *codes,
           GtkStringList *words)
{
  g_autoptr (GPtrArray) names = cvn_centre_list_names (centre, &cvn_draft_get_kind (self->draft)->fields[self->field]);
  const char *now = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field)->text;

  for (guint i = 0; i < names->len; i++)
    {
      const CvnCodeName *name = names->pdata[i];

      g_strv_builder_add (codes, name->code);
      gtk_string_list_append (words, cvn_code_name_get (name, cvn_interface_language ()));
    }
  if (now != NULL && cvn_code_names_find (names, now) == NULL)
    {
      g_strv_builder_add (codes, now);
      gtk_string_list_append (words, now);
    }
}

static void
fill (CvnChoiceRow *self,
      CvnCentre    *centre)
{
  const CvnField *field = &cvn_draft_get_kind (self->draft)->fields[self->field];
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  /* Translators: nothing was chosen */
  gtk_string_list_append (words, _("None"));
  if (field->named_by != NULL)
    add_named (self, centre, codes, words);
  else
    for (const CvnChoice *choice = field->choices; choice->code != NULL; choice++)
      {
        g_strv_builder_add (codes, choice->code);
        gtk_string_list_append (words, _(choice->label));
      }
  self->codes = g_strv_builder_end (codes);
  cvn_searched_list_set_words (self->drop_down, words);
}

/** cvn_choice_row_new: a row to choose @field of @draft in. */
GtkWidget *
cvn_choice_row_new (CvnCentre *centre,
                    CvnDraft  *draft,
                    guint      field)
{
  CvnChoiceRow *self = g_object_new (CVN_TYPE_CHOICE_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->field = field;
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  self->setting = TRUE;
  fill (self, centre);
  show_value (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
