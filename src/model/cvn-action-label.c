/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-action-label"

#include "cvn-centre.h"

#include <glib/gi18n-lib.h>

static char *
label_with_subject (CvnAction      action,
                    const CvnKind *kind,
                    const char    *subject)
{
  switch (action)
    {
    case CVN_ACTION_ADD:
      if (kind != NULL)
        /* Translators: what was done and to what, such as: Add Partner “Leiden” */
        return g_strdup_printf (_("%1$s “%2$s”"), _(kind->label_add), subject);
      return g_strdup_printf (_("Add “%s”"), subject);
    case CVN_ACTION_EDIT:
      return g_strdup_printf (_("Edit “%s”"), subject);
    case CVN_ACTION_DELETE:
      return g_strdup_printf (_("Delete “%s”"), subject);
    case CVN_ACTION_DUPLICATE:
      return g_strdup_printf (_("Duplicate “%s”"), subject);
    case CVN_ACTION_IMPORT:
      return g_strdup_printf (_("Import “%s”"), subject);
    case CVN_ACTION_UNDO:
      return g_strdup_printf (_("Undo “%s”"), subject);
    case CVN_ACTION_REDO:
      return g_strdup_printf (_("Redo “%s”"), subject);
    case CVN_ACTION_SET_UP:
      return g_strdup_printf (_("Set Up “%s”"), subject);
    case CVN_ACTION_SYNC:
      return g_strdup_printf (_("Receive “%s”"), subject);
    case CVN_ACTION_SETTLE:
      return g_strdup_printf (_("Choose between edits of “%s”"), subject);
    default:
      g_return_val_if_reached (g_strdup (subject));
    }
}

/* Without a subject the kind has to say it: "Import: Partners". */
static char *
label_without_subject (CvnAction      action,
                       const CvnKind *kind)
{
  static const char *const verbs[] = {
    [CVN_ACTION_ADD] = N_("Add"),
    [CVN_ACTION_EDIT] = N_("Edit"),
    [CVN_ACTION_DELETE] = N_("Delete"),
    [CVN_ACTION_DUPLICATE] = N_("Duplicate"),
    [CVN_ACTION_IMPORT] = N_("Import"),
    [CVN_ACTION_UNDO] = N_("Undo"),
    [CVN_ACTION_REDO] = N_("Redo"),
    [CVN_ACTION_SET_UP] = N_("Set Up"),
    [CVN_ACTION_SYNC] = N_("Receive"),
    [CVN_ACTION_SETTLE] = N_("Choose Between Edits"),
  };

  if (kind == NULL)
    return g_strdup (_(verbs[action]));
  /* Translators: what was done and to which kind of records, such as: Import: Partners */
  return g_strdup_printf (_("%1$s: %2$s"), _(verbs[action]), _(kind->label_plural));
}

/**
 * cvn_action_dup_label:
 * @action: what is done
 * @kind: (nullable): the kind of records it is about
 * @subject: (nullable): what the record is called
 *
 * Returns: (transfer full): what was done, in the language of the interface: "Edit “Gemeente Leiden”"
 */
char *
cvn_action_dup_label (CvnAction      action,
                      const CvnKind *kind,
                      const char    *subject)
{
  if (subject != NULL && *subject != '\0')
    return label_with_subject (action, kind, subject);
  return label_without_subject (action, kind);
}

/**
 * cvn_interface_language:
 *
 * The catalogue that is in use says which language it is in, so numbers and
 * dates always agree with the words around them.
 */
CvnLanguage
cvn_interface_language (void)
{
  /* Translators: the form of numbers and dates. The only answers are "en" and "nl". */
  const char *code = C_("form of numbers and dates", "en");

  return g_str_equal (code, "nl") ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
}
