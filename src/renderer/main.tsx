import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/base.css'
import { answers } from './api.ts'
import { App } from './App.tsx'
import { rememberedLook, showLook } from './look.ts'
import { tellCutText } from './ui/wholeText.ts'

// Before the engine answers, the page already has the theme and the language it had last.
const looked = showLook(rememberedLook())
tellCutText(document)

const element = document.getElementById('root')
if (element === null) throw new Error('index.html holds no #root')
const root = createRoot(element)
void looked.then(() =>
  root.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={answers}>
          <App />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  ),
)
