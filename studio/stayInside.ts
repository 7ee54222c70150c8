import type {PluginOption} from 'vite'
export function stayInside(): PluginOption {
  return {name: 'stay-inside'}
}
