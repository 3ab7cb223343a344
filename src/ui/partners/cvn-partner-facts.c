/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-facts"

#include "cvn-partner-facts.h"

#include "cvn-centre.h"
#include "cvn-iban.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands below the name when it is filled in, in this order. */
static const char *const fields[] = {
  "gm_code",
  "kvk",
  "rsin",
  "oin",
  "vat_id",
  "iban",
  "email",
  "phone",
  "website",
  "address",
  "note",
};

static gboolean
is_link (const CvnField *field)
{
  return field->format == CVN_FORMAT_URL || field->format == CVN_FORMAT_EMAIL;
}

static char *
make_link (const CvnField *field,
           const char     *text)
{
  const char *scheme = "";

  if (field->format == CVN_FORMAT_EMAIL)
    scheme = "mailto:";
  else if (strstr (text, "://") == NULL)
    scheme = "https://";
  return g_markup_printf_escaped ("<a href=\"%s%s\">%s</a>", scheme, text, text);
}

/* Long numbers are read in groups. */
static char *
make_text (const CvnField *field,
           const char     *text)
{
  if (field->format == CVN_FORMAT_IBAN)
    return cvn_iban_format (text);
  if (field->format == CVN_FORMAT_OIN)
    return cvn_identifier_group (text, 4);
  return g_strdup (text);
}

static void
add_fact (GtkGrid        *grid,
          int             row,
          const CvnField *field,
          const char     *text)
{
  g_autofree char *shown = is_link (field) ? make_link (field, text) : make_text (field, text);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", _(field->label), "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget       *value = g_object_new (GTK_TYPE_LABEL, "label", shown, "use-markup", is_link (field), "xalign", 0.0, "hexpand", TRUE,
                                         "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (value, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

/** cvn_partner_facts_fill: shows in @grid what identifies the organisation and where it is found; hides it when that is nothing. */
void
cvn_partner_facts_fill (GtkGrid   *grid,
                        CvnRecord *organisation)
{
  const CvnKind *kind = cvn_record_get_kind (organisation);
  GtkWidget     *child;
  int            n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (cvn_record_has (organisation, fields[i]))
      add_fact (grid, n++, &kind->fields[cvn_kind_find_field (kind, fields[i])], cvn_record_get_text (organisation, fields[i]));
  gtk_widget_set_visible (GTK_WIDGET (grid), n > 0);
}
